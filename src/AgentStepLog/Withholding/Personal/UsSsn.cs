namespace AgentStepLog.Withholding;

/// <summary>
/// A social security number of the United States: groups of three, two and four digits, with hyphens or blanks between them. Numbers that are never issued are not
/// withheld, and neither are nine digits without separators, which may be any number.
/// </summary>
internal static class UsSsn
{
    /// <param name="text">The text.</param>
    /// <param name="start">The offset of the first digit of a run.</param>
    /// <param name="end">The offset after the run.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int start, int end, ref List<SecretMatch>? found)
    {
        if (end - start != 3 || !PersonalText.BeginsAt(text, start))
        {
            return 0;
        }

        var area = text[start..end];
        var first = PersonalText.Separator(text, end, out var kind);
        var group = end + first;
        if (first == 0 || kind == (byte)'.' || PersonalText.Run(text[group..]) != 2)
        {
            return 0;
        }

        var second = PersonalText.Separator(text, group + 2, out var same);
        var serial = group + 2 + second;
        if (second == 0 || same != kind || PersonalText.Run(text[serial..]) != 4 || !PersonalText.EndsAt(text, serial + 4))
        {
            return 0;
        }

        if (area[0] == (byte)'9' || area.SequenceEqual("000"u8) || area.SequenceEqual("666"u8)
            || text.Slice(group, 2).SequenceEqual("00"u8) || text.Slice(serial, 4).SequenceEqual("0000"u8))
        {
            return 0;
        }

        PersonalText.Add(ref found, start, serial + 4, "us-ssn");
        return serial + 4;
    }
}
