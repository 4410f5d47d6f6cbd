namespace AgentStepLog.Json;

/// <summary>
/// Keeps the keys of one object apart. Keys that differ as objects may have one text, and lone surrogates become the same
/// character; an object in a line never has a key twice.
/// </summary>
internal struct DistinctKeys
{
    private string? _first;
    private Dictionary<string, int>? _seen; // with the number that its next double gets

    internal string Next(string key)
    {
        key = JsonStrings.WellFormed(key ?? "");
        if (_first is null)
        {
            return _first = key;
        }

        _seen ??= new(StringComparer.Ordinal) { [_first] = 2 };
        if (_seen.TryAdd(key, 2))
        {
            return key;
        }

        string distinct;
        do
        {
            distinct = $"{key}#{_seen[key]++}";
        }
        while (!_seen.TryAdd(distinct, 2));
        return distinct;
    }
}
