using AgentStepLog.Writing;
using System.Buffers.Text;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the writer that limits the bytes of one value. A value beyond the limit is replaced by a mark with its length, and takes no memory.</summary>
public sealed partial class CaptureWriter
{
    // The offset of the value that is being written: a member of the input, the output, or all items of a stream together.
    private int _valueStart;

    /// <summary>The limit in bytes as they are written. A value of many parts exceeds it by the marks at its end.</summary>
    internal int Limit { get; set; } = LineLimits.DefaultValueLimit;

    // How many more bytes the value may take.
    private int Left => Math.Max(0, Limit - (_json.Length - _valueStart));

    // Checked before each part. A collection of the user's may have no end, whatever count it reports, and objects that all refer to each other have more paths than
    // fit into memory.
    private bool IsFull => _json.Length - _valueStart >= Limit;

    private void BeginLimit(int start) => _valueStart = start;

    private void Text(ReadOnlySpan<char> text) => _json.String(text, Left);

    /// <inheritdoc cref="JsonBuffer.Fitting"/>
    private string Fitting(string? key) => _json.Fitting(key, Left);

    private void Base64Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length / 3L * 4 > Left)
        {
            _json.Byte((byte)'"');
            TooLarge.Write(_json, bytes.Length);
            _json.Byte((byte)'"');
            return;
        }

        _json.Byte((byte)'"');
        Base64.EncodeToUtf8(bytes, _json.Room(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        _json.Advance(written);
        _json.Byte((byte)'"');
    }
}
