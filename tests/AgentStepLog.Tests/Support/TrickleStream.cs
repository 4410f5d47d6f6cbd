namespace AgentStepLog.Tests.Support;

/// <summary>Hands out at most so many bytes at a time, as pipes and networks do.</summary>
internal sealed class TrickleStream(byte[] content, int atMost) : MemoryStream(content)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atMost));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, atMost)]);
}
