namespace RepoAgents.Tests.Support;

/// <summary>The repository that these tests belong to.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("These tests must run inside of the repository.")
        : File.Exists(Path.Combine(folder.FullName, "AgentStepLog.Generators.sln")) ? folder.FullName
        : Find(folder.Parent);
}
