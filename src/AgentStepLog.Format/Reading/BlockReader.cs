using System.Buffers;
using System.Runtime.ExceptionServices;
using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>
/// Cuts a log into blocks of whole lines for several threads. The rest that fits no block (the end of the log, a line that is too
/// long, an unreadable part) is read from this object as a stream.
/// </summary>
/// <param name="stream">The log; it stays open.</param>
/// <param name="size">The maximum size of a block in bytes.</param>
internal sealed class BlockReader(Stream stream, int size = BlockReader.Size) : ReadOnlyStream
{
    /// <summary>Large enough to keep a thread busy for a while, and small enough to hold several blocks in memory.</summary>
    internal const int Size = 1024 * 1024;

    private readonly byte[] _rest = new byte[size];
    private int _restAt;
    private int _restLength;
    private long _line;
    private bool _ended;
    private ExceptionDispatchInfo? _failure;

    /// <summary>
    /// The next block. More bytes always follow a block, so that no line in it can be the last of the log. Null where the rest is to be read as a stream.
    /// </summary>
    public LineBlock? Next()
    {
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        var length = _restLength;
        _rest.AsSpan(_restAt, _restLength).CopyTo(bytes);
        length += Fill(bytes.AsSpan(length, size - length));
        var whole = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        (_restAt, _restLength) = (0, length - whole);
        bytes.AsSpan(whole, length - whole).CopyTo(_rest);
        if (_restLength == 0)
        {
            _restLength = Fill(_rest.AsSpan(0, 1));
        }

        if (whole == 0 || _ended)
        {
            // The last line, and a line without an end, are left to the reader of the stream.
            _rest.AsSpan(0, _restLength).CopyTo(bytes.AsSpan(whole));
            _restLength += whole;
            bytes.AsSpan(0, _restLength).CopyTo(_rest);
            ArrayPool<byte>.Shared.Return(bytes);
            return null;
        }

        var block = new LineBlock(bytes, whole, _line);
        _line += block.Lines;
        return block;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_restLength == 0)
        {
            _failure?.Throw();
            return _ended ? 0 : stream.Read(buffer);
        }

        var read = Math.Min(buffer.Length, _restLength);
        _rest.AsSpan(_restAt, read).CopyTo(buffer);
        (_restAt, _restLength) = (_restAt + read, _restLength - read);
        return read;
    }

    // Reads as many bytes as there are. A read error is kept, and thrown once all bytes before it were processed.
    private int Fill(Span<byte> buffer)
    {
        var filled = 0;
        try
        {
            for (int read; filled < buffer.Length && !_ended; filled += read)
            {
                read = stream.Read(buffer[filled..]);
                _ended = read == 0;
            }
        }
        catch (Exception e)
        {
            (_failure, _ended) = (ExceptionDispatchInfo.Capture(e), true);
        }

        return filled;
    }
}
