using System.Buffers.Text;
using System.Security.Cryptography;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    private readonly JsonBuffer _head = new(LineFormat.Head);

    /// <summary>
    /// Puts the line's place in the log in front of its fields, and the chain and the checksum behind them. Called under the
    /// log's lock, once.
    /// </summary>
    /// <param name="runId">The run's id in UTF-8; its characters need no escape.</param>
    /// <param name="number">The line's number.</param>
    /// <param name="timestamp">Microseconds since 1970.</param>
    /// <param name="elapsed">Microseconds since the header.</param>
    /// <param name="previous">The leaf of the line before.</param>
    /// <param name="leaf">Takes this line's leaf, 32 bytes.</param>
    /// <returns>The line with its LF.</returns>
    internal ReadOnlySpan<byte> Stamp(
        ReadOnlySpan<byte> runId, long number, long timestamp, long elapsed, ReadOnlySpan<byte> previous, Span<byte> leaf)
    {
        if (!_isFit)
        {
            Fit();
        }

        var start = PutHead(runId, number, timestamp, elapsed);
        PutPrevious(previous);

        var crc = Crc32C.Compute(_json.Slice(start, _json.Length - start));
        _json.Raw(",\"crc\":"u8);
        _json.Quoted(crc, "x8");
        _json.Byte((byte)'}');

        var length = _json.Length - start;
        if (length > LineFormat.MaxLine)
        {
            throw new InvalidOperationException($"The line has {length} bytes; the format allows {LineFormat.MaxLine}, and nothing in it can be stored apart.");
        }

        _json.Reserved(start)[^1] = 0;
        SHA256.HashData(_json.Slice(start - 1, length + 1), leaf);
        _json.Byte((byte)'\n');
        return _json.Slice(start, length + 1);
    }

    private int PutHead(ReadOnlySpan<byte> runId, long number, long timestamp, long elapsed)
    {
        _head.Reset();
        _head.Raw("{\"v\":1,\"run_id\":\""u8);
        _head.Raw(runId);
        _head.Raw("\",\"step\":"u8);
        _head.Number(number);
        _head.Raw(",\"type\":\""u8);
        _head.Raw(Type.Name());
        _head.Raw("\",\"ts\":"u8);
        _head.Fixed(timestamp, 6);
        _head.Raw(",\"mono_ms\":"u8);
        _head.Fixed(elapsed, 3);

        // The fields already stand in the buffer: the head ends where they begin.
        var start = LineFormat.Head - _head.Length;
        _head.Written.CopyTo(_json.Reserved(LineFormat.Head)[start..]);
        return start;
    }

    private void PutPrevious(ReadOnlySpan<byte> previous)
    {
        _json.Raw(",\"prev\":\""u8);
        Base64.EncodeToUtf8(previous, _json.Room(Base64.GetMaxEncodedToUtf8Length(previous.Length)), out _, out var written);
        _json.Advance(written);
        _json.Byte((byte)'"');
    }
}
