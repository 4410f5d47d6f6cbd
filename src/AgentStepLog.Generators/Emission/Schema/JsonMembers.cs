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
    /// <param name="json">The value, JSON already.</param>
    public void Add(string name, string json) => _members.Add((name, json));

    /// <summary>In the place of one that is there, else added.</summary>
    /// <param name="name">The name.</param>
    /// <param name="json">The value, JSON already.</param>
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
