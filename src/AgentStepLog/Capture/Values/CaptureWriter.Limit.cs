using AgentStepLog.Writing;
using System.Buffers.Text;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>How many bytes one value may take. What does not fit leaves a mark that says how long it was, and takes no memory.</summary>
public sealed partial class CaptureWriter
{
    // Where the value begins that is written now: a member of an input, an output, all items of a stream together.
    private int _valueStart;

    /// <summary>Bytes as written. A value of many parts exceeds it by the marks that it ends with.</summary>
    internal int Limit { get; set; } = LineLimits.DefaultValueLimit;

    // How many bytes the value may still take.
    private int Left => Math.Max(0, Limit - (_json.Length - _valueStart));

    // Asked before each part: a collection of the user's may have no end, whatever count it states, and things that all know each other have
    // more paths than any memory holds.
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
