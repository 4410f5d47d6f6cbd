namespace AgentStepLog.Files;

/// <summary>The names in a directory at one moment. One listing for each run would take time by the square of their number.</summary>
internal sealed class DirectoryNames(ILogFiles files, string directory)
{
    private readonly IReadOnlyList<string> _names = files.List(directory); // in ordinal order

    internal string Directory => directory;

    internal IReadOnlyList<string> All => _names;

    /// <summary>The names that begin with a prefix, in ordinal order.</summary>
    internal IEnumerable<string> StartingWith(string prefix)
    {
        var (from, to) = (0, _names.Count);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = string.CompareOrdinal(_names[middle], prefix) < 0 ? (middle + 1, to) : (from, middle);
        }

        for (; from < _names.Count && _names[from].StartsWith(prefix, StringComparison.Ordinal); from++)
        {
            yield return _names[from];
        }
    }
}
