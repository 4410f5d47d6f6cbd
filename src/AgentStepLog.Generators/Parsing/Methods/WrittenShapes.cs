using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The objects and enums that generated code writes member by member. Types that occur only in values that a library writes are not among them: generated code does
/// not name them.
/// </summary>
internal sealed class WrittenShapes
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly HashSet<string> _written = [];

    public WrittenShapes(IEnumerable<ObjectModel> objects, IEnumerable<ValueModel> roots)
    {
        _objects = objects.ToDictionary(static o => o.Key);
        foreach (var root in roots)
        {
            Add(root);
        }
    }

    public bool Contains(string key) => _written.Contains(key);

    private void Add(ValueModel value)
    {
        if (value.IsOfLibrary)
        {
            return;
        }

        if (value.Shape is { } key)
        {
            Add(key);
        }

        if (value.DictionaryKey is { } dictionaryKey)
        {
            Add(dictionaryKey);
        }

        if (value.Element is { } element)
        {
            Add(element);
        }
    }

    private void Add(string key)
    {
        if (!_written.Add(key) || !_objects.TryGetValue(key, out var shape))
        {
            return;
        }

        foreach (var member in shape.Members)
        {
            Add(member.Value);
        }

        foreach (var derived in shape.Derived)
        {
            Add(derived.Key);
        }
    }
}
