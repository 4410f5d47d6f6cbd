using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.Records;

/// <summary>An immutable dictionary with string keys that compares its entries by value, whatever their order.</summary>
internal sealed class EquatableDictionary<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<EquatableDictionary<TValue>>
{
    public static readonly EquatableDictionary<TValue> Empty = new(FrozenDictionary<string, TValue>.Empty);

    private readonly FrozenDictionary<string, TValue> _entries;

    private EquatableDictionary(FrozenDictionary<string, TValue> entries) => _entries = entries;

    public int Count => _entries.Count;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<TValue> Values => _entries.Values;

    public TValue this[string key] => _entries[key];

    public static EquatableDictionary<TValue> From(IEnumerable<KeyValuePair<string, TValue>> entries) =>
        entries as EquatableDictionary<TValue> ?? new(entries.ToFrozenDictionary(StringComparer.Ordinal));

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    public bool Equals(EquatableDictionary<TValue>? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (var (key, value) in _entries)
        {
            if (!other.TryGetValue(key, out var theirs) || !EqualityComparer<TValue>.Default.Equals(value, theirs))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as EquatableDictionary<TValue>);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var (key, value) in _entries)
        {
            hash ^= HashCode.Combine(key, value); // xor, so that the order of the entries does not matter
        }

        return hash;
    }

    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => "{" + string.Join(", ", _entries.Select(e => $"{e.Key}: {e.Value}")) + "}";
}
