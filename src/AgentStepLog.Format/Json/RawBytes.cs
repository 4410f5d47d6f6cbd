using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace AgentStepLog.Json;

/// <summary>The format's rules for the bytes of a line, regardless of their meaning.</summary>
internal static class RawBytes
{
    /// <summary>The flaw, or null. It continues a message that begins with "line n".</summary>
    public static string? Flaw(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            return "is empty";
        }

        if (line[^1] == (byte)'\r')
        {
            return "ends with CR LF, and a log's lines with LF: an editor, a converter or git's autocrlf has rewritten it";
        }

        if (!Utf8.IsValid(line))
        {
            return "is no valid UTF-8";
        }

        return Forbidden(line) is { } rune
            ? string.Create(CultureInfo.InvariantCulture, $"holds U+{rune.Value:X4} raw, and the format escapes it")
            : HasSpace(line) ? "holds white space between its tokens" : null;
    }

    /// <summary>The first character that a line never holds raw, or null: controls (C0, DEL, C1), line and paragraph separator, bidirectional controls.</summary>
    public static Rune? Forbidden(ReadOnlySpan<byte> line)
    {
        var ascii = line.IndexOfAnyInRange((byte)0, (byte)0x1F);
        if (ascii < 0)
        {
            ascii = line.IndexOf((byte)0x7F);
        }

        if (ascii >= 0)
        {
            return new Rune(line[ascii]);
        }

        // All others begin with one of these three bytes in UTF-8.
        for (var rest = line; rest.IndexOfAny((byte)0xC2, (byte)0xD8, (byte)0xE2) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            Rune.DecodeFromUtf8(rest[at..], out var rune, out _);
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || LogJson.IsBidirectionalControl(rune.Value))
            {
                return rune;
            }
        }

        return null;
    }

    // Once control characters are ruled out, spaces are the only white space left.
    private static bool HasSpace(ReadOnlySpan<byte> line)
    {
        var inString = false;
        while (true)
        {
            var at = inString ? line.IndexOfAny((byte)'"', (byte)'\\') : line.IndexOfAny((byte)'"', (byte)' ');
            if (at < 0)
            {
                return false;
            }

            if (line[at] == (byte)' ')
            {
                return true;
            }

            var escaped = line[at] == (byte)'\\';
            inString = escaped || !inString;
            line = line[Math.Min(line.Length, at + (escaped ? 2 : 1))..];
        }
    }
}
