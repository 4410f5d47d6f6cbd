using System.Collections.Generic;
using System.Linq;

namespace AgentStepLog.Generators.Emission;

/// <summary>Names for locals beside the user's parameters: never one of theirs.</summary>
internal sealed class LocalNames(IEnumerable<string> parameters)
{
    private readonly HashSet<string> _taken = new(parameters.Select(p => p.TrimStart('@')));

    public string Fresh(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
