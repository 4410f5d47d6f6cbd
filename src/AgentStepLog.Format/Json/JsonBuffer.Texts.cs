namespace AgentStepLog.Json;

// Texts and keys, with a limit or without.
internal sealed partial class JsonBuffer
{
    // What one UTF-16 unit may take: \uXXXX.
    private const int LongestEscape = 6;

    // By such a key a value may exceed its limit.
    private const int ShortKey = 256;

    /// <summary>A text as JSON.</summary>
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
}
