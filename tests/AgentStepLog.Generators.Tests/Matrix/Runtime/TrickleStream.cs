namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>A stream of two bytes, that ends as its maker says.</summary>
public sealed class TrickleStream(Func<int> last) : Stream
{
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_read == 2 || count == 0)
        {
            return 0;
        }

        buffer[offset] = (byte)(_read == 0 ? 1 : last());
        _read++;
        return 1;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
