namespace AgentStepLog.Tests.Withholding;

/// <summary>Secrets that were let into a log, and the question whether any piece of one came out again.</summary>
internal sealed class Canary
{
    // Long enough that no hash and no number is taken for a piece of a secret.
    private const int Piece = 13;

    private readonly Dictionary<string, string> _pieces = [];

    internal HashSet<string> Secrets { get; } = [];

    internal void Add(string secret, string path)
    {
        Assert.True(Secrets.Add(secret));
        var start = 0;
        for (var i = 0; i <= secret.Length; i++)
        {
            if (i < secret.Length && char.IsAsciiLetterOrDigit(secret[i]))
            {
                continue;
            }

            for (; start + Piece <= i; start++)
            {
                _pieces.TryAdd(secret.Substring(start, Piece), path);
            }

            start = i + 1;
        }
    }

    /// <summary>The paths on which a piece of a secret came to this text.</summary>
    internal IEnumerable<string> Escaped(string output)
    {
        var lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Piece <= output.Length; i++)
        {
            if (lookup.TryGetValue(output.AsSpan(i, Piece), out var path))
            {
                paths.Add(path);
            }
        }

        return paths;
    }
}
