using System.Buffers.Text;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>Writes the parts of a line that depend on its place in the log: those in front of its fields and those behind.</summary>
internal sealed class LineStamp(byte[] runId)
{
    private readonly byte[] _beginning = [.. "{\"v\":1,\"run_id\":\""u8, .. runId, .. "\",\"step\":"u8];
    private readonly JsonBuffer _lines = new(4096, kept: Batch.MaxBytes + (256 * 1024));

    private Leaf[] _leaves = new Leaf[16];
    private int _count;

    /// <summary>The lines stamped since <see cref="Begin"/>, each with its LF.</summary>
    internal ReadOnlySpan<byte> Lines => _lines.Slice(1, _lines.Length - 1);

    internal ReadOnlySpan<byte> Line(int start, int length) => _lines.Slice(start, length);

    internal ref readonly Leaf Leaf(int index) => ref _leaves[index];

    internal void Begin()
    {
        _count = 0;
        _lines.Reset();
        _lines.Byte(0); // a leaf hash begins with a zero byte, and each line has a byte in front that can hold it
    }

    /// <summary>Stamps a line and advances the chain.</summary>
    /// <param name="chain">The state of the chain. It does not change if the line is not added.</param>
    /// <param name="line">The line. It receives its place.</param>
    /// <returns>The reason why the line was not added; null if it was.</returns>
    internal StepLogException? Add(ref Chain chain, ref BatchLine line)
    {
        var start = _lines.Length;
        var elapsed = Math.Max(chain.Elapsed, line.Elapsed);
        Head(chain.Number, line.Type, line.Timestamp, elapsed);
        _lines.Raw(line.Fields.Span);
        Tail(chain.Previous, start);

        var length = _lines.Length - start;
        if (length > LineLimits.MaxLine)
        {
            _lines.Cut(start);
            return new(StepLogErrorReason.TooLarge, $"The line has {length} bytes; the format allows {LineLimits.MaxLine}, and nothing in it can be stored apart.");
        }

        var before = _lines.Reserved(start);
        var kept = before[^1];
        before[^1] = 0;
        LeafHash.Compute(_lines.Slice(start - 1, length + 1), chain.Previous);
        before[^1] = kept;
        _lines.Byte((byte)'\n');

        if (_count == _leaves.Length)
        {
            Array.Resize(ref _leaves, 2 * _count);
        }

        line.Leaf = _count;
        _leaves[_count++] = chain.Previous;
        chain.Number++;
        chain.Elapsed = elapsed;
        (line.Start, line.Length) = (start, length);
        return null;
    }

    private void Head(long number, StepKind type, long timestamp, long elapsed)
    {
        _lines.Raw(_beginning);
        _lines.Number(number);
        _lines.Raw(",\"type\":\""u8);
        _lines.Raw(RecordTypes.Of(type).Utf8);
        _lines.Raw("\",\"ts\":"u8);
        _lines.Fixed(timestamp, 6);
        _lines.Raw(",\"mono_ms\":"u8);
        _lines.Fixed(elapsed, 3);
    }

    private void Tail(ReadOnlySpan<byte> previous, int start)
    {
        _lines.Raw(",\"prev\":\""u8);
        Base64.EncodeToUtf8(previous, _lines.Room(Base64.GetMaxEncodedToUtf8Length(previous.Length)), out _, out var written);
        _lines.Advance(written);
        _lines.Byte((byte)'"');

        var crc = Crc32C.Compute(_lines.Slice(start, _lines.Length - start));
        _lines.Raw(",\"crc\":"u8);
        _lines.QuotedHex(crc, 8);
        _lines.Byte((byte)'}');
    }
}
