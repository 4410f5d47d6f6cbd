using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>One shape of token: decides exactly, where the scanner found its prefix.</summary>
internal abstract class SecretPattern(string kind, string prefix)
{
    internal string Kind { get; } = kind;

    internal byte[] Prefix { get; } = Encoding.ASCII.GetBytes(prefix);

    /// <summary>Where in the prefix the four bytes stand by which the scanner finds it: those that ordinary text has least.</summary>
    internal int Anchor { get; } = Rarest(prefix);

    /// <summary>What may follow the prefix, where that is known: of a short one it tells more than the prefix.</summary>
    internal virtual CharSet? Follows => null;

    /// <summary>Whether it begins after no letter or digit only.</summary>
    internal virtual bool NeedsBoundary => true;

    /// <summary>Looks for the token whose prefix stands at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the prefix stands.</param>
    /// <param name="matches">Takes what is withheld; made when there is something.</param>
    /// <returns>Where to go on searching; 0 if there is no token.</returns>
    internal abstract int Match(ReadOnlySpan<byte> text, int at, ref List<SecretMatch>? matches);

    /// <summary>Adds a match.</summary>
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

            // Lines of models have input_tokens, and code has tokens of its own.
            weight = "_token nToken".Contains(prefix.Substring(at, AnchorTable.Bytes), StringComparison.Ordinal) ? 1 : weight;
            best = weight < best.Weight ? (weight, at) : best;
        }

        return best.At;
    }

    /// <summary>How far a run of the alphabet goes, escapes included.</summary>
    /// <returns>How many characters it has.</returns>
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
