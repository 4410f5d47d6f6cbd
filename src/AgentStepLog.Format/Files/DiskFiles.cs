namespace AgentStepLog.Files;

/// <summary>The real file system. Only the owner can read the files and directories that it makes.</summary>
internal sealed class DiskFiles : ILogFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const FileAttributes Missing = (FileAttributes)(-1);

    private DiskFiles()
    {
    }

    internal static DiskFiles Instance { get; } = new();

    public void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    public ILogFile CreateNew(string path) => new DiskFile(OpenStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read));

    public ILogFile Open(string path) => new DiskFile(RegularFile.Open(path));

    public ILogFile OpenForAppend(string path) => new DiskFile(OpenStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));

    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Without the directory, the file is not there, either.
        }
    }

    public void DeleteDirectory(string path) => Directory.Delete(path, recursive: true);

    public void Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (FileNotFoundException) when (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
    }

    public FileFacts? Look(string path)
    {
        var file = new FileInfo(path);
        var attributes = file.Attributes;
        return attributes == Missing ? null
            : (attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) != 0 || (FileTypes.AreKnown && FileTypes.OfName(path, out _) is not FileType.Regular) ? new(IsFile: false, 0, file.LastWriteTimeUtc)
            : new(IsFile: true, file.Length, file.LastWriteTimeUtc);
    }

    public void Touch(string path) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow);

    public bool Exists(string path) => Path.Exists(path);

    public IReadOnlyList<string> List(string directory) =>
        Directory.Exists(directory) ? [.. Directory.EnumerateFileSystemEntries(directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    public void SyncDirectory(string path) => NativeSync.Directory(path);

    public IDisposable? TryLock(string path)
    {
        try
        {
            return OpenStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }

    public bool IsLocked(string path)
    {
        try
        {
            OpenStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            return true;
        }
    }

    private static FileStream OpenStream(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.CreateNew or FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(path, options);
    }
}
