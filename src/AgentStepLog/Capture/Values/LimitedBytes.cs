using System.Buffers;

namespace AgentStepLog.Capture;

/// <summary>What a <see cref="System.Text.Json.Utf8JsonWriter"/> writes, up to so many bytes. Beyond them it refuses, so that nothing larger is ever held.</summary>
internal sealed class LimitedBytes(int limit) : IBufferWriter<byte>
{
    // The writer asks for room as if each character took three bytes, and for 4,096 where it needs less.
    private const int BytesAsked = 3;
    private const int Smallest = 256;
    private const int Grown = 4096;

    /// <summary>Whether so much room is asked for that what is written goes beyond a limit.</summary>
    internal static bool IsBeyond(int limit, int length, int sizeHint) => length > limit || (sizeHint > Grown && sizeHint / BytesAsked > limit - length);

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether it has refused something.</summary>
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
