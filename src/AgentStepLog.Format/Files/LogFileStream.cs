namespace AgentStepLog.Files;

/// <summary>A file of a log as a stream for reading.</summary>
internal sealed class LogFileStream(ILogFile file) : ReadOnlyStream
{
    public override long Length => file.CurrentLength();

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var read = file.ReadOnce(buffer, Position);
        Position += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
