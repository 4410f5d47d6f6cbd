using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>One shape of a secret. It decides exactly at the places where the scanner found its prefix.</summary>
internal abstract class SecretPattern(string kind, string prefix)
{
    internal string Kind { get; } = kind;

    internal byte[] Prefix { get; } = Encoding.ASCII.GetBytes(prefix);

    /// <summary>The offset of the four bytes in the prefix by which the scanner finds it: those that are rarest in ordinary text.</summary>
    internal int Anchor { get; } = Rarest(prefix);

    /// <summary>The characters that may follow the prefix; null if unknown. They make a short prefix more distinct.</summary>
    internal virtual CharSet? Follows => null;

    /// <summary>Whether the character before the secret must be no letter or digit.</summary>
    internal virtual bool NeedsBoundary => true;

    /// <summary>Searches for the secret whose prefix stands at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The offset of the prefix.</param>
    /// <param name="matches">Receives the match; the list is made for the first one.</param>
    /// <returns>The place to resume the search at; 0 if there is no secret.</returns>
    internal abstract int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches);

    protected int Found(ref List<SecretMatch>? matches, int start, int end)
    {
        (matches ??= []).Add(new(start, end, Kind));
        return end;
    }

    private static int Rarest(string prefix)
    {
        var best = (Weight: double.MaxValue, At: 0);
        for (var at = 0; at <= prefix.Length - AnchorTable.Bytes; at++)
        {
            var weight = 1.0;
            foreach (var c in prefix.AsSpan(at, AnchorTable.Bytes))
            {
                weight *= TextFrequency.Of(c);
            }

            // Lines of models have input_tokens, and code often has the word token.
            weight = "_token nToken".Contains(prefix.Substring(at, AnchorTable.Bytes), StringComparison.Ordinal) ? 1 : weight;
            best = weight < best.Weight ? (weight, at) : best;
        }

        return best.At;
    }

    /// <summary>Reads a run of characters of a set, escapes included.</summary>
    /// <returns>The number of characters.</returns>
    protected static int Run(ReadOnlySpan<byte> text, ref int at, in CharSet set, int most)
    {
        var count = 0;
        while (count < most && EscapedText.Read(text, at, out var c) is > 0 and var length && set.Contains(c))
        {
            at += length;
            count++;
        }

        return count;
    }
}
