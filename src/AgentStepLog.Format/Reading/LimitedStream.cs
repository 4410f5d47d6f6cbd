using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>The unpacked bytes of a compressed file, up to a limit.</summary>
internal sealed class LimitedStream(Stream unpacked, string path, long limit) : ReadOnlyStream
{
    private long _read;

    /// <exception cref="StepLogException">The file exceeds the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        return (_read += read) <= limit ? read : throw UnpackedLimit.Exceeded(path, limit);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
