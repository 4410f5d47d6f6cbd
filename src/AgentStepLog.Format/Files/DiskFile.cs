using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>An open file of the real file system.</summary>
internal sealed class DiskFile : ILogFile
{
    private readonly FileStream _file;
    private readonly SafeFileHandle _handle; // kept, since FileStream seeks each time that its handle is read

    internal DiskFile(FileStream file)
    {
        _file = file;
        _handle = file.SafeFileHandle;
    }

    public long Length => RandomAccess.GetLength(_handle);

    public int Write(ReadOnlySpan<byte> bytes, long offset)
    {
        RandomAccess.Write(_handle, bytes, offset);
        return bytes.Length;
    }

    public int Read(Span<byte> bytes, long offset) => RandomAccess.Read(_handle, bytes, offset);

    public void SetLength(long length) => RandomAccess.SetLength(_handle, length);

    public void Sync() => NativeSync.File(_handle);

    public void Dispose() => _file.Dispose();
}
