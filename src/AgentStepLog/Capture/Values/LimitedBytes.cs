using System.Buffers;

namespace AgentStepLog.Capture;

/// <summary>The output of a <see cref="System.Text.Json.Utf8JsonWriter"/>, up to a number of bytes. It refuses further bytes, so that memory stays bounded.</summary>
internal sealed class LimitedBytes(int limit) : IBufferWriter<byte>
{
    // The JSON writer asks for three bytes per character, and for 4,096 bytes where it needs less.
    private const int BytesAsked = 3;
    private const int Smallest = 256;
    private const int Grown = 4096;

    /// <summary>Whether the JSON writer asks for so many bytes that its output exceeds the limit.</summary>
    internal static bool IsBeyond(int limit, int length, int sizeHint) => length > limit || (sizeHint > Grown && sizeHint / BytesAsked > limit - length);

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether bytes were refused.</summary>
    internal bool IsExceeded { get; private set; }

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        sizeHint = Math.Max(sizeHint, Smallest);
        if (IsBeyond(limit, _length, sizeHint))
        {
            IsExceeded = true;
            throw new InvalidOperationException($"The value takes more than {limit} bytes as JSON.");
        }

        if (sizeHint > _bytes.Length - _length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + sizeHint, 2 * _bytes.Length));
        }

        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
