namespace RepoAgents.Tools;

/// <summary>
/// The folder that is asked about: its files, and the one gate through which a path of a question or a model becomes a path
/// on the disk. Nothing outside of it is ever reached, neither by <c>..</c> nor through a symbolic link.
/// </summary>
public sealed class RepoFolder
{
    private static readonly EnumerationOptions s_everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    private readonly string? _logDirectory;

    /// <param name="root">The folder.</param>
    /// <param name="logDirectory">Where step logs are written: logs there are no files of the folder, or a search would find itself.</param>
    /// <exception cref="DirectoryNotFoundException"><paramref name="root"/> is no folder.</exception>
    public RepoFolder(string root, string? logDirectory = null)
    {
        var full = System.IO.Path.GetFullPath(root);
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException(File.Exists(full)
                ? $"'{root}' is a file; a folder is needed."
                : $"The folder '{root}' does not exist.");
        }

        Root = System.IO.Path.TrimEndingDirectorySeparator(RealPath.Of(full));
        _logDirectory = logDirectory is null
            ? null
            : System.IO.Path.TrimEndingDirectorySeparator(RealPath.Of(System.IO.Path.GetFullPath(logDirectory)));
    }

    /// <summary>The folder's absolute path, links resolved.</summary>
    public string Root { get; }

    /// <summary>The files below <paramref name="folder"/>, ordered by path, build output and version control left out.</summary>
    public IEnumerable<RepoFile> Files(string folder = ".") => Walk(new DirectoryInfo(FolderPath(folder)));

    /// <summary>The absolute path of a file of the folder.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The path leads out of the folder.</exception>
    public string FilePath(string path)
    {
        var full = Inside(path);
        return File.Exists(RealPath.Of(full)) ? full
            : Directory.Exists(full) ? throw new FileNotFoundException($"'{path}' is a folder; a file is needed.")
            : throw new FileNotFoundException($"There is no file '{path}' in the folder.");
    }

    /// <summary>The absolute path of a folder in the folder; <c>.</c> or nothing is the folder itself.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The path leads out of the folder.</exception>
    public string FolderPath(string path)
    {
        var full = Inside(path);
        return Directory.Exists(full) ? full
            : File.Exists(full) ? throw new DirectoryNotFoundException($"'{path}' is a file; a folder is needed.")
            : throw new DirectoryNotFoundException($"There is no folder '{path}' in the folder.");
    }

    /// <summary>Whether the path names a folder inside of the folder.</summary>
    public bool IsFolder(string path) => Directory.Exists(Inside(path));

    /// <summary>An absolute path inside the folder as tools show it: relative, with <c>/</c>.</summary>
    public string Shown(string fullPath) => System.IO.Path.GetRelativePath(Root, fullPath).Replace('\\', '/');

    private string Inside(string path)
    {
        if (path.Contains('\0'))
        {
            throw new ArgumentException("A path cannot contain the character U+0000.", nameof(path));
        }

        var full = System.IO.Path.GetFullPath(path.Length == 0 ? "." : path, Root);
        return IsInside(full) && IsInside(RealPath.Of(full))
            ? full
            : throw new UnauthorizedAccessException($"'{path}' leads out of the folder; only paths inside of it may be read.");
    }

    private bool IsInside(string full) =>
        full == Root || full.StartsWith(System.IO.Path.EndsInDirectorySeparator(Root) ? Root : Root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private IEnumerable<RepoFile> Walk(DirectoryInfo folder)
    {
        var entries = folder.GetFileSystemInfos("*", s_everything);
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            if (entry is DirectoryInfo child)
            {
                // A linked folder is not walked into: it may lead out, or in a circle.
                if (child.LinkTarget is null && !IgnoredFolders.Contains(child, entries) && !IsLog(child))
                {
                    foreach (var file in Walk(child))
                    {
                        yield return file;
                    }
                }
            }
            else if (entry is FileInfo { Name: not ".git" } file && !IsLog(file) && (file.LinkTarget is null || LeadsToFileInside(file)))
            {
                yield return new RepoFile(Shown(file.FullName), Length(file));
            }
        }
    }

    private bool LeadsToFileInside(FileInfo link)
    {
        try
        {
            return RealPath.Of(link.FullName) is var target && IsInside(target) && File.Exists(target);
        }
        catch (IOException)
        {
            return false;       // a circle of links leads to no file
        }
    }

    private static long Length(FileInfo file) =>
        file.LinkTarget is null ? file.Length : new FileInfo(RealPath.Of(file.FullName)).Length;

    private bool IsLog(FileSystemInfo entry)
    {
        var folder = System.IO.Path.GetDirectoryName(entry.FullName);
        return _logDirectory is not null
            && (folder == _logDirectory
                ? entry.Name.EndsWith(".jsonl", StringComparison.Ordinal) || entry.Name.EndsWith(".blobs", StringComparison.Ordinal)
                : folder == System.IO.Path.Combine(_logDirectory, "manifests") && IsManifest(entry.Name)); // other files in there are the folder's own
    }

    private static bool IsManifest(string name) => name.Length == 69 && name.EndsWith(".json", StringComparison.Ordinal) && name.Take(64).All(char.IsAsciiHexDigitLower);
}
