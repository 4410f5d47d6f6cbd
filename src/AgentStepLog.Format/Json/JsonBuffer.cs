namespace AgentStepLog.Json;

/// <summary>
/// A growing buffer of UTF-8 JSON in the form that lines have. It knows tokens and no structure: the caller writes the commas.
/// It is reused from record to record, so that a record costs no memory once the buffer has grown to its size.
/// </summary>
internal sealed partial class JsonBuffer
{
    /// <summary>A buffer that a huge value has grown beyond this size is released instead of kept.</summary>
    internal const int KeptCapacity = 128 * 1024;

    private readonly int _kept;
    private byte[] _bytes;

    /// <param name="capacity">The initial size in bytes.</param>
    /// <param name="kept">The size above which the memory is released before the buffer is used again.</param>
    internal JsonBuffer(int capacity = 512, int kept = KeptCapacity)
    {
        _bytes = new byte[capacity];
        _kept = kept;
    }

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    internal ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>The first <paramref name="length"/> bytes, to be overwritten in place.</summary>
    internal Span<byte> Reserved(int length) => _bytes.AsSpan(0, length);

    internal void Reset(int length = 0)
    {
        if (_bytes.Length > _kept)
        {
            _bytes = new byte[4096];
        }

        Length = length;
    }

    internal void Cut(int length) => Length = length;

    /// <summary>Replaces a part of the bytes.</summary>
    internal void Replace(int start, int length, ReadOnlySpan<byte> by)
    {
        _ = Room(Math.Max(0, by.Length - length));
        var rest = _bytes.AsSpan(start + length, Length - start - length);
        rest.CopyTo(_bytes.AsSpan(start + by.Length));
        by.CopyTo(_bytes.AsSpan(start));
        Length += by.Length - length;
    }

    internal Span<byte> Room(int size)
    {
        if (size > _bytes.Length - Length)
        {
            Grow(size);
        }

        return _bytes.AsSpan(Length);
    }

    internal void Advance(int count) => Length += count;

    internal void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
    }

    internal void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    private void Grow(int size)
    {
        var needed = (long)Length + size;
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException("A value is larger than two gigabytes of JSON.");
        }

        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Min(_bytes.Length * 2L, _bytes.Length + (32L << 20)))));
    }
}
