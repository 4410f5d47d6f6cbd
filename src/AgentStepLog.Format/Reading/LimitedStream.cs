using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>What a compressed file unpacks to, up to a limit.</summary>
internal sealed class LimitedStream(Stream unpacked, string path, long limit) : ReadOnlyStream
{
    private long _read;

    /// <exception cref="StepLogException">There is more.</exception>
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
