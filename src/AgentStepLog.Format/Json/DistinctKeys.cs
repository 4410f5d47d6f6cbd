namespace AgentStepLog.Json;

/// <summary>
/// Makes the keys of one object distinct. Different keys may have equal texts, and lone surrogates all become the same
/// character, while an object in a line never has a key twice.
/// </summary>
internal struct DistinctKeys
{
    private string? _first;
    private Dictionary<string, int>? _seen; // the value is the number that the key's next double gets

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
