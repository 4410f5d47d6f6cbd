namespace RepoAgents.Tools;

/// <summary>
/// Folders that hold no sources: version control, restored packages, and build output. <c>bin</c>, <c>obj</c> and
/// <c>target</c> are build output only beside the project file that makes them; elsewhere they are folders like others.
/// </summary>
internal static class IgnoredFolders
{
    private static readonly HashSet<string> s_always = new(StringComparer.Ordinal)
    {
        ".git", ".hg", ".svn", ".vs", ".idea", "node_modules", "__pycache__", ".venv", ".tox", ".mypy_cache", ".pytest_cache", ".gradle",
    };

    public static bool Contains(DirectoryInfo folder, FileSystemInfo[] siblings) =>
        s_always.Contains(folder.Name) || (folder.Name switch
        {
            "bin" or "obj" => siblings.Any(static s => s.Extension is ".csproj" or ".fsproj" or ".vbproj"),
            "target" => siblings.Any(static s => s.Name is "Cargo.toml" or "pom.xml"),
            _ => false,
        });
}
