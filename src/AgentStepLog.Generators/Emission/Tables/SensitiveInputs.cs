using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>
/// The names under which a model may send what the log must not hold. Arguments that do not fit are recorded as they came,
/// and only names can tell then what to withhold.
/// </summary>
internal static class SensitiveInputs
{
    public static IEnumerable<(string Name, string Kind)> Of(MethodModel method)
    {
        var found = new SortedDictionary<string, string>(System.StringComparer.Ordinal);
        foreach (var member in method.Shapes.Objects.SelectMany(static o => o.Members).Where(static m => m.SensitiveKind is not null))
        {
            found[member.JsonName] = member.SensitiveKind!;
        }

        foreach (var parameter in method.Parameters.Where(static p => p.SensitiveKind is not null))
        {
            found[parameter.Name] = parameter.SensitiveKind!;
        }

        return found.Select(static p => (p.Key, p.Value));
    }
}
