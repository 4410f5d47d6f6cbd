using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Disk;

/// <summary>A file of the disk in memory, by whatever name, or none.</summary>
internal sealed class ModelFile(ModelDisk disk, int id) : ILogFile
{
    private readonly object _gate = new();
    private byte[] _bytes = new byte[4096];
    private int _length;

    public int Id => id;

    public DateTimeOffset Written { get; set; } = DateTimeOffset.UtcNow;

    public long Length => Volatile.Read(ref _length);

    public int Write(ReadOnlySpan<byte> bytes, long offset)
    {
        lock (_gate)
        {
            var end = (int)offset + bytes.Length;
            if (end > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
            }

            bytes.CopyTo(_bytes.AsSpan((int)offset));
            _length = Math.Max(_length, end);
            disk.Note(new(DiskAction.Write) { File = id, Offset = offset, Bytes = disk.IsJournaled ? bytes.ToArray() : null });
            return bytes.Length;
        }
    }

    public int Read(Span<byte> bytes, long offset)
    {
        lock (_gate)
        {
            var count = (int)Math.Clamp(_length - offset, 0, bytes.Length);
            _bytes.AsSpan((int)offset, count).CopyTo(bytes);
            return count;
        }
    }

    public void SetLength(long length)
    {
        lock (_gate)
        {
            Array.Resize(ref _bytes, Math.Max((int)length, _bytes.Length));
            _bytes.AsSpan((int)length).Clear();
            _length = (int)length;
            disk.Note(new(DiskAction.SetLength) { File = id, Offset = length });
        }
    }

    public void Sync() => disk.Note(new(DiskAction.Sync) { File = id });

    /// <summary>The system says that a sync failed: what none covered before may never get to the disk, whatever later syncs say.</summary>
    public void SyncFails() => disk.Note(new(DiskAction.SyncFailed) { File = id });

    public byte[] ToArray()
    {
        lock (_gate)
        {
            return _bytes.AsSpan(0, _length).ToArray();
        }
    }

    public void Dispose()
    {
        // It goes on living under its name.
    }
}
