using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>The names of members that are not sensitive and contain no sensitive member, in every object of one value that has such a member.</summary>
internal sealed class ShownNames
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly Func<ValueModel, bool> _holdsSecret;
    private readonly HashSet<string> _visited = [];
    private readonly SortedSet<string> _shown = new(StringComparer.Ordinal);

    // Names are compared without case, since a model may spell a sensitive name in another case.
    private readonly HashSet<string> _hidden = new(StringComparer.OrdinalIgnoreCase);
    private bool _isUnsure;

    private ShownNames(Dictionary<string, ObjectModel> objects, Func<ValueModel, bool> holdsSecret) => (_objects, _holdsSecret) = (objects, holdsSecret);

    /// <summary>Returns no names where a dictionary contains sensitive values, since its keys may be any names.</summary>
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
