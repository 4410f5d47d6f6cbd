using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace AgentStepLog.Json;

/// <summary>
/// A growing run of UTF-8 JSON in the form that lines have. It knows tokens, not structure: whoever writes puts the commas.
/// Re-used from record to record, so that a record costs no memory once the buffer has grown to its size.
/// </summary>
internal sealed class JsonBuffer
{
    /// <summary>A buffer that one huge value has grown past this is given back instead of kept.</summary>
    internal const int KeptCapacity = 128 * 1024;

    private const int ChunkChars = 1024;

    // What one UTF-16 unit may take: \uXXXX.
    private const int LongestEscape = 6;

    // By such a key a value may exceed its limit.
    private const int ShortKey = 256;

    // Names, keys and words: too short for wide registers to pay.
    private const int Short = 16;

    private static readonly bool[] s_plain = [.. Enumerable.Range(0, 0x80).Select(static c => LogJson.Plain.Contains((char)c))];

    private readonly int _kept;
    private byte[] _bytes;

    /// <param name="capacity">Bytes to begin with.</param>
    /// <param name="kept">The size above which the memory is given back when it is used again.</param>
    internal JsonBuffer(int capacity = 512, int kept = KeptCapacity)
    {
        _bytes = new byte[capacity];
        _kept = kept;
    }

    /// <summary>A text as JSON.</summary>
    internal static byte[] TextOf(string text)
    {
        var json = new JsonBuffer(text.Length + 2);
        json.String(text);
        return json.Written.ToArray();
    }

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    internal ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>The bytes before <paramref name="length"/>, to be overwritten in place.</summary>
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

    /// <summary>Puts other bytes in the place of some.</summary>
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

    /// <summary>The name of a field that is not the first one, with its comma and colon. A name of the format's needs no escapes.</summary>
    internal void NextName(ReadOnlySpan<byte> name)
    {
        var room = Room(name.Length + 4);
        room[0] = (byte)',';
        room[1] = (byte)'"';
        name.CopyTo(room[2..]);
        room[name.Length + 2] = (byte)'"';
        room[name.Length + 3] = (byte)':';
        Length += name.Length + 4;
    }

    internal void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    internal void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>Anything whose invariant text is JSON as it stands.</summary>
    internal void Number<T>(T value, [StringSyntax(StringSyntaxAttribute.NumericFormat)] string? format = null)
        where T : IUtf8SpanFormattable
    {
        int written;
        var size = 64;
        while (!value.TryFormat(Room(size), out written, format, CultureInfo.InvariantCulture))
        {
            size *= 2;
        }

        Length += written;
    }

    /// <summary>A value whose invariant text needs quotes and no escapes.</summary>
    internal void Quoted<T>(T value, string? format = null)
        where T : IUtf8SpanFormattable
    {
        Byte((byte)'"');
        Number(value, format);
        Byte((byte)'"');
    }

    /// <summary>Lower-case hex digits in quotes.</summary>
    internal void QuotedHex(ulong value, int digits)
    {
        var room = Room(digits + 2);
        room[0] = (byte)'"';
        room[digits + 1] = (byte)'"';
        for (var i = digits; i > 0; i--, value >>= 4)
        {
            room[i] = "0123456789abcdef"u8[(int)(value & 0xF)];
        }

        Length += digits + 2;
    }

    /// <summary>Lower-case hex digits, two a byte.</summary>
    internal void Hex(ReadOnlySpan<byte> bytes)
    {
        var room = Room(2 * bytes.Length);
        var digits = "0123456789abcdef"u8;
        for (var i = 0; i < bytes.Length; i++)
        {
            room[2 * i] = digits[bytes[i] >> 4];
            room[(2 * i) + 1] = digits[bytes[i] & 0xF];
        }

        Length += 2 * bytes.Length;
    }

    /// <summary>A whole number of smaller units as a decimal number of <paramref name="decimals"/> places.</summary>
    internal void Fixed(long units, int decimals)
    {
        var scale = decimals == 3 ? 1_000L : 1_000_000L;
        if (units < 0)
        {
            Byte((byte)'-');
            units = -units;
        }

        Number(units / scale);
        var room = Room(decimals + 1);
        room[0] = (byte)'.';
        for (var (i, rest) = (decimals, units % scale); i > 0; i--, rest /= 10)
        {
            room[i] = (byte)('0' + (rest % 10));
        }

        Length += decimals + 1;
    }

    internal void String(ReadOnlySpan<char> text)
    {
        Byte((byte)'"');
        Text(text);
        Byte((byte)'"');
    }

    /// <summary>The same where it takes no more than so many bytes; else the mark that says how long it is. No more memory is taken than for the bytes that are allowed.</summary>
    internal void String(ReadOnlySpan<char> text, int limit)
    {
        Byte((byte)'"');
        if (!TryText(text, limit - 2))
        {
            TooLarge.Write(this, text.Length);
        }

        Byte((byte)'"');
    }

    /// <summary>A user's key and its colon. The format keeps keys that begin with one <c>$</c> for itself.</summary>
    internal void Key(string key)
    {
        Byte((byte)'"');
        if (key.StartsWith('$'))
        {
            Byte((byte)'$');
        }

        Text(key);
        Raw("\":"u8);
    }

    /// <summary>Escaped text as <see cref="Text"/> writes it, or nothing where that takes more than so many bytes.</summary>
    /// <returns>Whether it is written.</returns>
    internal bool TryText(ReadOnlySpan<char> text, int limit)
    {
        if (text.Length <= limit / LongestEscape)
        {
            Text(text);
            return true;
        }

        var start = Length;
        while (!text.IsEmpty && text.Length <= limit - (Length - start))
        {
            var part = Part(text);
            Chunk(text[..part]);
            text = text[part..];
        }

        if (text.IsEmpty && Length - start <= limit)
        {
            return true;
        }

        Length = start;
        return false;
    }

    /// <summary>A key that takes no more than so many bytes, or the mark in its place. Two long keys may have one mark: <see cref="DistinctKeys"/> tell them apart.</summary>
    internal string Fitting(string? key, int limit)
    {
        key ??= "";
        if (key.Length <= ShortKey)
        {
            return key;
        }

        var start = Length;
        var fits = TryText(key, limit);
        Length = start;
        return fits ? key : TooLarge.MarkOf(key.Length);
    }

    /// <summary>Escaped text without the quotes, so that it can be written in parts. A part must not end between surrogates.</summary>
    internal void Text(ReadOnlySpan<char> text)
    {
        if (text.Length > ChunkChars)
        {
            // One growth for a huge value instead of a doubling at each step of the way.
            _ = Room(text.Length + 64);
        }

        while (!text.IsEmpty)
        {
            var part = Part(text);
            Chunk(text[..part]);
            text = text[part..];
        }
    }

    private static int Part(ReadOnlySpan<char> text)
    {
        var count = Math.Min(text.Length, ChunkChars);
        return count < text.Length && char.IsHighSurrogate(text[count - 1]) && char.IsLowSurrogate(text[count]) ? count - 1 : count;
    }

    private bool TryShort(ReadOnlySpan<char> text)
    {
        var room = Room(text.Length);
        var plain = s_plain;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= plain.Length || !plain[c])
            {
                return false;
            }

            room[i] = (byte)c;
        }

        Length += text.Length;
        return true;
    }

    private void Chunk(ReadOnlySpan<char> text)
    {
        if (text.Length <= Short && TryShort(text))
        {
            return;
        }

        if (!text.ContainsAnyExcept(LogJson.Plain))
        {
            Ascii.FromUtf16(text, Room(text.Length), out var plain);
            Length += plain;
            return;
        }

        // A UTF-16 unit becomes at most three bytes; a lone surrogate becomes U+FFFD, which is three.
        Utf8.FromUtf16(text, Room(text.Length * 3), out _, out var written);
        var utf8 = _bytes.AsSpan(Length, written);
        var first = LogJson.Encoder.FindFirstCharacterToEncodeUtf8(utf8);
        if (first < 0)
        {
            Length += written;
            return;
        }

        Length += first;
        Span<byte> tail = stackalloc byte[ChunkChars * 3];
        tail = tail[..(written - first)];
        utf8[first..].CopyTo(tail);
        // The longest escape of one byte is six.
        LogJson.Encoder.EncodeUtf8(tail, Room(tail.Length * 6), out _, out written);
        Length += written;
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
