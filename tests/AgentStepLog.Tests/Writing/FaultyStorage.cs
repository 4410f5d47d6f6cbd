using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>A storage that fails where a test says, after having written a part.</summary>
internal sealed class FaultyStorage : ILogStorage
{
    private readonly MemoryStorage _inner = new();

    public Func<string, bool> Fails { get; set; } = static _ => false;

    public string Reason { get; init; } = "No space left on device";

    public int Faults { get; private set; }

    public bool Discarded { get; private set; }

    public string? Path => null;

    public void Append(ReadOnlySpan<byte> line, long offset)
    {
        if (Fails("append"))
        {
            _inner.Append(line[..(line.Length / 2)], offset);
            Fault();
        }

        _inner.Append(line, offset);
    }

    public void CutBack(long length)
    {
        Check("cut");
        _inner.CutBack(length);
    }

    public string WriteBlob(string hash, ReadOnlySpan<byte> content)
    {
        Check("blob");
        return _inner.WriteBlob(hash, content);
    }

    public void PublishBlob(string written, string hash)
    {
        Check("publish");
        _inner.PublishBlob(written, hash);
    }

    public Stream OpenLog() => _inner.OpenLog();

    public Stream? OpenBlob(string hash) => _inner.OpenBlob(hash);

    public void Discard() => Discarded = true;

    public void Dispose()
    {
    }

    private void Check(string call)
    {
        if (Fails(call))
        {
            Fault();
        }
    }

    private void Fault()
    {
        Faults++;
        throw new IOException(Reason);
    }
}
