using System.Diagnostics;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// A stream that a call returned. The step ends when it is disposed. Each member calls the same member of the callee's stream. Only copying is left to the base class:
/// it reads through this class, so the bytes are counted, and a failing target is not taken for a failing source.
/// </summary>
[StackTraceHidden]
internal sealed class RecordedStream(Stream inner, StreamStep step) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => inner.CanWrite;

    public override bool CanTimeout => inner.CanTimeout;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override int WriteTimeout
    {
        get => inner.WriteTimeout;
        set => inner.WriteTimeout = value;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        step.Read((inner, buffer, offset, count), static a => a.inner.Read(a.buffer, a.offset, a.count));

    public override int Read(Span<byte> buffer)
    {
        var outer = step.Enter();
        try
        {
            return step.HasRead(inner.Read(buffer));
        }
        catch (Exception e)
        {
            step.Failed(e);
            throw;
        }
        finally
        {
            ActiveStep.Current = outer;
        }
    }

    public override int ReadByte()
    {
        var value = -1;
        step.Read(inner, s => (value = s.ReadByte()) < 0 ? 0 : 1);
        return value;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        step.ReadAsync((inner, buffer, offset, count, cancellationToken), static a => a.inner.ReadAsync(a.buffer, a.offset, a.count, a.cancellationToken));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(step.ReadAsync((inner, buffer, cancellationToken), static a => a.inner.ReadAsync(a.buffer, a.cancellationToken).AsTask()));

    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        inner.BeginRead(buffer, offset, count, callback, state);

    public override int EndRead(IAsyncResult asyncResult) => step.Read((inner, asyncResult), static a => a.inner.EndRead(a.asyncResult));

    public override void Write(byte[] buffer, int offset, int count) =>
        step.Write((inner, buffer, offset, count), count, static a => a.inner.Write(a.buffer, a.offset, a.count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var outer = step.Enter();
        try
        {
            inner.Write(buffer);
            step.HasWritten(buffer.Length);
        }
        catch (Exception e)
        {
            step.Failed(e);
            throw;
        }
        finally
        {
            ActiveStep.Current = outer;
        }
    }

    public override void WriteByte(byte value) => step.Write((inner, value), 1, static a => a.inner.WriteByte(a.value));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => step.WriteAsync(
        (inner, buffer, offset, count, cancellationToken), count, static a => a.inner.WriteAsync(a.buffer, a.offset, a.count, a.cancellationToken));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(step.WriteAsync((inner, buffer, cancellationToken), buffer.Length, static a => a.inner.WriteAsync(a.buffer, a.cancellationToken).AsTask()));

    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
    {
        var result = inner.BeginWrite(buffer, offset, count, callback, state);
        step.HasWritten(count);
        return result;
    }

    public override void EndWrite(IAsyncResult asyncResult) => step.Write((inner, asyncResult), 0, static a => a.inner.EndWrite(a.asyncResult));

    public override void Flush() => step.Write(inner, 0, static s => s.Flush());

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        step.WriteAsync((inner, cancellationToken), 0, static a => a.inner.FlushAsync(a.cancellationToken));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => inner.SetLength(value);

#pragma warning disable CA2215 // the base class would dispose the stream synchronously, and block the thread
    public override ValueTask DisposeAsync() => new(step.EndAsync(inner));
#pragma warning restore CA2215

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            step.End(inner);
        }

        base.Dispose(disposing);
    }
}
