using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Makes names for locals that differ from the user's parameters.</summary>
internal sealed class LocalNames(IEnumerable<string> parameters)
{
    private readonly HashSet<string> _taken = new(parameters.Select(p => p.TrimStart('@')));

    /// <summary>Names that differ from the parameters and type parameters of a signature.</summary>
    public static LocalNames Of(Signature signature) =>
        new(signature.Parameters.Select(p => p.Name).Concat(signature.TypeParameters.Select(p => p.Name)));

    /// <summary>The name of a static member of a generated class. It is qualified where one of the user's names hides it.</summary>
    public static string Member(Signature signature, string wrapperClass, string name)
    {
        var first = name.Split('.')[0];
        return signature.Parameters.Any(p => p.Name.TrimStart('@') == first) || signature.TypeParameters.Any(p => p.Name == first)
            ? $"global::{GeneratedFile.Namespace}.{wrapperClass}.{name}"
            : name;
    }

    /// <summary>The name itself at first, and with a number when it is used again.</summary>
    public string Numbered(string name)
    {
        var numbered = name;
        for (var n = 2; !_taken.Add(numbered); n++)
        {
            numbered = name + "_" + Parsing.GeneratedNames.Number(n);
        }

        return numbered;
    }

    public string Fresh(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
