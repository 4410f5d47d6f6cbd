namespace AgentStepLog.Json;

// Writes texts and keys, with a limit or without.
internal sealed partial class JsonBuffer
{
    // The longest form of one UTF-16 unit: \uXXXX.
    private const int LongestEscape = 6;

    // A value may exceed its limit by the length of such a key.
    private const int ShortKey = 256;

    /// <summary>Returns a text as JSON.</summary>
    internal static byte[] TextOf(string text)
    {
        var json = new JsonBuffer(text.Length + 2);
        json.String(text);
        return json.Written.ToArray();
    }

    internal void String(ReadOnlySpan<char> text)
    {
        Byte((byte)'"');
        Text(text);
        Byte((byte)'"');
    }

    /// <summary>Writes the text if it takes at most this many bytes; otherwise the mark with its length. This takes memory for the allowed bytes only.</summary>
    internal void String(ReadOnlySpan<char> text, int limit)
    {
        Byte((byte)'"');
        if (!TryText(text, limit - 2))
        {
            TooLarge.Write(this, text.Length);
        }

        Byte((byte)'"');
    }

    /// <summary>Writes a user's key and its colon. The format reserves keys that begin with one <c>$</c>, so a leading <c>$</c> is doubled.</summary>
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

    /// <summary>
    /// Returns the key if it takes at most this many bytes, or the mark in its place. Two long keys may get the same mark: <see cref="DistinctKeys"/> makes them
    /// distinct.
    /// </summary>
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

    /// <summary>Writes escaped text as <see cref="Text"/> does, or nothing where that takes more than this many bytes.</summary>
    /// <returns>Whether the text is written.</returns>
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

    /// <summary>Writes escaped text without the quotes, so that it can be written in parts. A part must not end between surrogates.</summary>
    internal void Text(ReadOnlySpan<char> text)
    {
        if (text.Length > ChunkChars)
        {
            // Grows once for a huge value, where many small pieces would double the buffer several times.
            _ = Room(text.Length + 64);
        }

        while (!text.IsEmpty)
        {
            var part = Part(text);
            Chunk(text[..part]);
            text = text[part..];
        }
    }
}
