using System.Buffers;
using AgentStepLog.Hashing;

namespace AgentStepLog.Files;

/// <summary>Cuts a stream into lines. It needs memory for a few of the longest lines only.</summary>
/// <param name="stream">The lines.</param>
/// <param name="cancellationToken">Checked before each part is read, since a line may have no end.</param>
internal sealed class LineScanner(Stream stream, CancellationToken cancellationToken = default) : IDisposable
{
    /// <summary>The longest line that the format allows, in bytes, without its LF.</summary>
    public const int MaxLine = 65_535;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(4 * (MaxLine + 1));
    private int _start; // where the current line begins
    private int _length;
    private int _next; // where the next line begins
    private int _end; // where the bytes that were read end
    private bool _exhausted;
    private LeafBatch? _leaves;

    /// <summary>The current line without its LF; valid until the next one. Of a line that is too long, only its beginning.</summary>
    public ReadOnlyMemory<byte> Line => _buffer.AsMemory(_start, _length);

    /// <summary>The line's leaf, <c>SHA-256(0x00 ‖ line)</c>. All lines that are in the buffer together are hashed together.</summary>
    public ReadOnlySpan<byte> Leaf
    {
        get
        {
            _leaves ??= new();
            if (!_leaves.Has(Number))
            {
                _leaves.Hash(_buffer.AsSpan(0, _end), new(_start, _length), Number);
            }

            return _leaves[Number];
        }
    }

    /// <summary>The line's number, from 0.</summary>
    public long Number { get; private set; } = -1;

    /// <summary>Where the line begins, in bytes from the start.</summary>
    public long Offset { get; private set; }

    /// <summary>The line's length in bytes, without its LF.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the line ends with LF: false only for the last one.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether the line is longer than the format allows.</summary>
    public bool IsTooLong => Bytes > MaxLine;

    /// <summary>Whether nothing follows the line.</summary>
    public bool IsLast => _next == _end && !Fill();

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Next()
    {
        Offset += Number < 0 ? 0 : Bytes + (IsComplete ? 1 : 0);
        Bytes = 0;
        _start = _next;
        if (_start == _end && !Fill())
        {
            return false;
        }

        Number++;
        _start = _next;
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Found(searched + found - _start, complete: true);
            }

            if (_end - _start > MaxLine)
            {
                return Skip();
            }

            searched = _end - _start; // relative to the line's start, which filling may move
            if (!Fill())
            {
                return Found(_end - _start, complete: false);
            }

            searched += _start;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private bool Found(int length, bool complete)
    {
        _length = length;
        Bytes += length;
        IsComplete = complete;
        _next = _start + length + (complete ? 1 : 0);
        return true;
    }

    // The bytes of a line beyond the limit are counted and dropped.
    private bool Skip()
    {
        var kept = MaxLine + 1;
        Bytes = kept;
        var from = _start + kept;
        while (true)
        {
            var found = _buffer.AsSpan(from, _end - from).IndexOf((byte)'\n');
            if (found >= 0 || _exhausted)
            {
                var dropped = found >= 0 ? found : _end - from;
                Bytes += dropped;
                IsComplete = found >= 0;
                _length = kept;
                _next = from + dropped + (IsComplete ? 1 : 0);
                return true;
            }

            Bytes += _end - from;
            _end = from;
            Fill();
            from = _start + kept;
        }
    }

    // Reads more bytes into the buffer. Moves the current line to the front when there is no room. False at the stream's end.
    private bool Fill()
    {
        if (_exhausted)
        {
            return false;
        }

        if (_end == _buffer.Length || _start == _end)
        {
            var kept = _end - _start;
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
            _next -= _start;
            _start = 0;
            _end = kept;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _exhausted = read == 0;
        return read > 0;
    }
}
