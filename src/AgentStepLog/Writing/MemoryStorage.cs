using System.Collections.Concurrent;

namespace AgentStepLog.Writing;

/// <summary>A log for tests.</summary>
internal sealed class MemoryStorage : ILogStorage
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[4096];
    private int _length;

    public string? Path => null;

    public void Append(ReadOnlySpan<byte> line, long offset)
    {
        var end = checked((int)offset + line.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        }

        line.CopyTo(_bytes.AsSpan((int)offset));
        _length = end;
    }

    public void CutBack(long length) => _length = (int)length;

    public string WriteBlob(string hash, ReadOnlySpan<byte> content)
    {
        _blobs[hash] = content.ToArray();
        return hash;
    }

    public void PublishBlob(string written, string hash)
    {
    }

    public Stream OpenLog() => new MemoryStream(_bytes, 0, _length, writable: false);

    public Stream? OpenBlob(string hash) => _blobs.TryGetValue(hash, out var content) ? new MemoryStream(content, writable: false) : null;

    public void Discard()
    {
    }

    public void Dispose()
    {
    }
}
