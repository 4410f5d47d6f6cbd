using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>The names of members that are never sensitive, nor hold what is, in whatever object of one value they stand.</summary>
internal sealed class ShownNames
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly Func<ValueModel, bool> _holdsSecret;
    private readonly HashSet<string> _visited = [];
    private readonly SortedSet<string> _shown = new(StringComparer.Ordinal);

    // Case decides nothing where a secret may be meant.
    private readonly HashSet<string> _hidden = new(StringComparer.OrdinalIgnoreCase);
    private bool _isUnsure;

    private ShownNames(Dictionary<string, ObjectModel> objects, Func<ValueModel, bool> holdsSecret) => (_objects, _holdsSecret) = (objects, holdsSecret);

    /// <summary>None where the keys of a dictionary lead to what is sensitive: a key may be any name.</summary>
    public static IEnumerable<string> Of(ValueModel value, Dictionary<string, ObjectModel> objects, Func<ValueModel, bool> holdsSecret)
    {
        var names = new ShownNames(objects, holdsSecret);
        names.Visit(value);
        return names._isUnsure ? [] : names._shown.Where(name => !names._hidden.Contains(name));
    }

    private void Visit(ValueModel value)
    {
        _isUnsure |= value.Kind == ValueKind.Dictionary && _holdsSecret(value);
        if (value.Element is { } element)
        {
            Visit(element);
        }

        if (value.Shape is { } key)
        {
            Visit(key);
        }
    }

    private void Visit(string key)
    {
        if (!_objects.TryGetValue(key, out var shape) || !_visited.Add(key))
        {
            return;
        }

        if (shape.Discriminator is { } told)
        {
            _shown.Add(told);
        }

        foreach (var member in shape.Members)
        {
            if (member.IsExtension)
            {
                _isUnsure |= member.SensitiveKind is not null || _holdsSecret(member.Value);
                continue;
            }

            if (member.SensitiveKind is not null || _holdsSecret(member.Value))
            {
                _hidden.Add(member.JsonName);
            }
            else
            {
                _shown.Add(member.JsonName);
            }

            Visit(member.Value);
        }

        foreach (var derived in shape.Derived)
        {
            Visit(derived.Key);
        }
    }
}
