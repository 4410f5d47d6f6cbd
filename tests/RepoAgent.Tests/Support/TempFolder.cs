namespace RepoAgents.Tests.Support;

/// <summary>A folder that exists for one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("repo-agent-").FullName;

    public string Write(string path, string text)
    {
        var full = In(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string In(string path) => System.IO.Path.Combine([Path, .. path.Split('/')]);

    public void Dispose()
    {
        // git makes its objects read-only, which Windows refuses to delete.
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            if (new FileInfo(file) is { LinkTarget: null, IsReadOnly: true } locked)
            {
                locked.IsReadOnly = false;
            }
        }

        Directory.Delete(Path, recursive: true);
    }
}
