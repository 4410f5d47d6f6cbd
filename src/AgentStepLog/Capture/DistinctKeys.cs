namespace AgentStepLog.Capture;

/// <summary>
/// Keeps the keys of one object apart. Keys that differ as objects may have one text, and lone surrogates become the same
/// character; an object in a line never has a key twice.
/// </summary>
internal struct DistinctKeys
{
    private string? _first;
    private HashSet<string>? _seen;

    internal string Next(string key)
    {
        key = WellFormed(key ?? "");
        if (_first is null)
        {
            return _first = key;
        }

        _seen ??= new(StringComparer.Ordinal) { _first };
        var distinct = key;
        for (var n = 2; !_seen.Add(distinct); n++)
        {
            distinct = $"{key}#{n}";
        }

        return distinct;
    }

    private static string WellFormed(string key)
    {
        if (key.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return key;
        }

        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(key));
    }
}
