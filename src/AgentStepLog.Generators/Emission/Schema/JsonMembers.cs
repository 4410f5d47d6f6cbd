using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>The members of a JSON object, in the order in which they are added.</summary>
internal sealed class JsonMembers
{
    private readonly List<(string Name, string Json)> _members = [];

    public int Count => _members.Count;

    /// <param name="name">The name.</param>
    /// <param name="json">The value as JSON.</param>
    public void Add(string name, string json) => _members.Add((name, json));

    /// <summary>Replaces the member with this name, or adds it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="json">The value as JSON.</param>
    public void Set(string name, string json)
    {
        var at = _members.FindIndex(m => m.Name == name);
        if (at < 0)
        {
            Add(name, json);
        }
        else
        {
            _members[at] = (name, json);
        }
    }

    public override string ToString() => "{" + string.Join(",", _members.Select(static m => JsonLiterals.Quote(m.Name) + ":" + m.Json)) + "}";
}
