using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Writing;

/// <summary>A log file, readable by its owner only, and the folder of its blobs beside it.</summary>
internal sealed class FileStorage : ILogStorage
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _file;
    private readonly SafeFileHandle _handle; // asked for once: FileStream seeks each time that it hands out its handle
    private readonly string _blobs;
    private int _blobsWritten;
    private bool _madeBlobs;

    private FileStorage(FileStream file, string path, string blobs)
    {
        _file = file;
        _handle = file.SafeFileHandle;
        _blobs = blobs;
        Path = path;
    }

    public string Path { get; }

    /// <exception cref="StepLogException">It cannot be made; the message says why and what to do.</exception>
    internal static FileStorage Create(string directory, string runId)
    {
        try
        {
            directory = System.IO.Path.GetFullPath(directory);
            MakeDirectory(directory);
            var path = System.IO.Path.Combine(directory, runId + ".jsonl");
            return new(OpenNew(path, FileShare.Read), path, System.IO.Path.Combine(directory, runId + ".blobs"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CannotOpen.Because(e, directory, runId);
        }
    }

    public void Append(ReadOnlySpan<byte> line, long offset) => RandomAccess.Write(_handle, line, offset);

    public void CutBack(long length) => RandomAccess.SetLength(_handle, length);

    public string WriteBlob(string hash, ReadOnlySpan<byte> content)
    {
        _madeBlobs |= !Directory.Exists(_blobs);
        MakeDirectory(_blobs);
        var written = System.IO.Path.Combine(_blobs, $".{hash}.{Interlocked.Increment(ref _blobsWritten)}");
        using (var file = OpenNew(written, FileShare.None))
        {
            try
            {
                RandomAccess.Write(file.SafeFileHandle, content, 0);
            }
            catch (Exception)
            {
                // A torn blob that no line names would only take the space that has just run out.
                File.Delete(written);
                throw;
            }
        }

        return written;
    }

    public void PublishBlob(string written, string hash) => File.Move(written, System.IO.Path.Combine(_blobs, hash), overwrite: true);

    public Stream OpenLog() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public Stream? OpenBlob(string hash) => BlobSource.InFolder(Path, System.IO.Path.GetFileNameWithoutExtension(Path))(hash);

    public void Discard()
    {
        _file.Dispose();
        File.Delete(Path);
        if (_madeBlobs)
        {
            Directory.Delete(_blobs, recursive: true);
        }
    }

    public void Dispose()
    {
        try
        {
            if (!File.Exists(Path))
            {
                Restore();
            }
        }
        finally
        {
            _file.Dispose();
        }
    }

    // Somebody deleted the file, or its folder, while the run went on; the system keeps the content until we let go of it.
    private void Restore()
    {
        MakeDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var file = OpenNew(Path, FileShare.Read);
        var buffer = new byte[64 * 1024];
        long offset = 0;
        for (int read; (read = RandomAccess.Read(_handle, buffer, offset)) > 0; offset += read)
        {
            RandomAccess.Write(file.SafeFileHandle, buffer.AsSpan(0, read), offset);
        }
    }

    private static FileStream OpenNew(string path, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(path, options);
    }

    private static void MakeDirectory(string path)
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
}
