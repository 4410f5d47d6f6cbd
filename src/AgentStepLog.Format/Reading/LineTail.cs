using System.Buffers;
using System.Buffers.Text;
using AgentStepLog.Files;
using AgentStepLog.Hashing;

namespace AgentStepLog.Reading;

/// <summary>The end of every line: <c>,"crc":"xxxxxxxx"}</c>, 18 bytes that the checksum does not cover.</summary>
internal static class LineTail
{
    private const int Length = 18;
    private static readonly SearchValues<byte> s_hexDigits = SearchValues.Create("0123456789abcdef"u8);

    private static readonly byte[] s_sector = new byte[512];

    /// <summary>
    /// Whether a loss of power left the line like this. Lines that are written together reach the disk in any order: some sectors may be zeros,
    /// or all from the start of the write, with others behind them. A single zero byte is no sector.
    /// </summary>
    public static bool IsUnwritten(LineScanner lines)
    {
        var line = lines.Line.Span;
        var written = line.IndexOf((byte)0);
        return written >= 0
            && (written == 0 || (IsBeginning(line[..written]) && line.IndexOf(s_sector) >= 0))
            && (lines.IsTooLong || Flaw(line) is not null);
    }

    private static bool IsBeginning(ReadOnlySpan<byte> line) => line.StartsWith("{\"v\":1,"u8) || "{\"v\":1,"u8.StartsWith(line);

    /// <summary>The flaw of the line's checksum, or null. It continues a message that begins with "line n".</summary>
    public static string? Flaw(ReadOnlySpan<byte> line)
    {
        if (line.Length <= Length || line[^Length..] is not [.. var start, _, _, _, _, _, _, _, _, (byte)'"', (byte)'}']
            || !start.SequenceEqual(",\"crc\":\""u8))
        {
            return "does not end with its checksum, as in ,\"crc\":\"0f3a9b21\"}";
        }

        var digits = line[^10..^2];
        if (digits.IndexOfAnyExcept(s_hexDigits) >= 0 || !Utf8Parser.TryParse(digits, out uint stated, out _, 'x'))
        {
            return "has a checksum that is not eight lower-case hex digits";
        }

        var actual = Crc32C.Compute(line[..^Length]);
        return stated == actual ? null : $"does not have the checksum that it states ({stated:x8}): its bytes give {actual:x8}";
    }
}
