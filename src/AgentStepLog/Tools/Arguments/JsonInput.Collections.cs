using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

public readonly partial struct JsonInput
{
    /// <summary>Reads a list.</summary>
    /// <param name="read">Reads one item.</param>
    public List<T> List<T>(Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_element.ValueKind != JsonValueKind.Array)
        {
            return Unexpected<List<T>>("an array", []);
        }

        var items = new List<T>(_element.Count);
        var path = Path;
        foreach (var (_, item) in _element.Items())
        {
            items.Add((new JsonInput(item, path, null, items.Count, _problems) { Reading = Reading }).Read(read));
        }

        return items;
    }

    /// <summary>Reads an array.</summary>
    /// <param name="read">Reads one item.</param>
    public T[] Array<T>(Func<JsonInput, T> read) => [.. List(read)];

    /// <summary>Reads an immutable list that compares by value, for the properties of typed steps.</summary>
    /// <param name="read">Reads one item.</param>
    public IReadOnlyList<T> ReadOnlyList<T>(Func<JsonInput, T> read) => EquatableList<T>.Of(Array(read));

    /// <summary>Reads a dictionary.</summary>
    /// <param name="read">Reads one value.</param>
    public Dictionary<string, T> Dictionary<T>(Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected("an object", entries);
        }

        var path = Path;
        foreach (var (member, value) in _element.Members())
        {
            var name = member.GetString();
            entries[name] = (new JsonInput(value, path, name, 0, _problems) { Reading = Reading }).Read(read);
        }

        _problems.InDoubt |= _element.Count != entries.Count;
        return entries;
    }

    /// <summary>Reads a dictionary whose keys are not texts. Each name is read as a key.</summary>
    /// <param name="key">Reads a name, which it receives as a string, or as the number or boolean in it.</param>
    /// <param name="read">Reads one value.</param>
    public Dictionary<TKey, T> Dictionary<TKey, T>(Func<JsonInput, TKey> key, Func<JsonInput, T> read)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(read);
        var entries = new Dictionary<TKey, T>();
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected("an object", entries);
        }

        var path = Path;
        foreach (var (member, element) in _element.Members())
        {
            var text = member.GetString();
            var value = new JsonInput(element, path, text, 0, _problems);
            if (!JsonNames.TryRead(text, value, key, out var name))
            {
                continue;
            }

            if (!entries.TryAdd(name, (value with { Reading = Reading }).Read(read)))
            {
                OfOneKey(path, text);
            }
        }

        return entries;
    }

    // Reports two names that make the same key. Two equal names are found elsewhere.
    private void OfOneKey(JsonPath path, string name)
    {
        _problems.InDoubt = true;
        var same = 0;
        foreach (var (member, _) in _element.Members())
        {
            same += member.ValueEquals(name) ? 1 : 0;
        }

        if (same == 1)
        {
            _problems.Add(path.Member(name), "the same name as another one, written in another way; give it once");
        }
    }

    /// <summary>Reads an immutable dictionary that compares by value, for the properties of typed steps.</summary>
    /// <param name="read">Reads one value.</param>
    public IReadOnlyDictionary<string, T> ReadOnlyDictionary<T>(Func<JsonInput, T> read) => EquatableDictionary<T>.From(Dictionary(read));
}
