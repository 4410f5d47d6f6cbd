using System.Text;
using System.Text.Unicode;

namespace AgentStepLog.Json;

// Encodes characters to UTF-8 and escapes those that need it, in pieces that fit the stack.
internal sealed partial class JsonBuffer
{
    private const int ChunkChars = 1024;

    // The length of most names, keys and words: too short for vector instructions to be faster.
    private const int Short = 16;

    private static readonly bool[] s_plain = [.. Enumerable.Range(0, 0x80).Select(static c => LogJson.Plain.Contains((char)c))];

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

        // A UTF-16 unit becomes at most three bytes. A lone surrogate becomes U+FFFD, which has three bytes.
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
        // The longest escape of one byte has six bytes.
        LogJson.Encoder.EncodeUtf8(tail, Room(tail.Length * 6), out _, out written);
        Length += written;
    }
}
