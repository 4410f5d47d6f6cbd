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

    /// <summary>
    /// The same, and the parameters in which such a member may stand: a model that sends one in another form (an object as a text, its members
    /// as a list, a misspelt name) sends what no name can tell apart, so that the whole argument is withheld.
    /// </summary>
    public static IEnumerable<(string Name, string Kind)> OrAround(MethodModel method)
    {
        var objects = method.Shapes.Objects.ToDictionary(static o => o.Key);
        var own = Of(method).ToList();
        return own.Concat(method.Parameters
            .Where(static p => p.IsToolInput && p.SensitiveKind is null)
            .Select(p => (p.Name, Kind: KindWithin(p.Value, objects, [])!))
            .Where(p => p.Kind is not null && own.All(o => o.Name != p.Name)));
    }

    /// <summary>
    /// The names under such parameters of what holds nothing sensitive, wherever in the parameter they stand: when a model sends something wrong there, it may
    /// read what it sent.
    /// </summary>
    public static IEnumerable<(string Parameter, string Name)> ShownWithin(MethodModel method)
    {
        var objects = method.Shapes.Objects.ToDictionary(static o => o.Key);
        foreach (var parameter in method.Parameters.Where(p => p.IsToolInput && p.SensitiveKind is null && KindWithin(p.Value, objects, []) is not null))
        {
            foreach (var name in ShownNames.Of(parameter.Value, objects, value => KindWithin(value, objects, []) is not null))
            {
                yield return (parameter.Name, name);
            }
        }
    }

    /// <summary>Each parameter by its name, and each member by its type and its name in JSON, for the manifest.</summary>
    public static IEnumerable<(string Name, string Kind)> ByType(MethodModel method) => method.Shapes.Objects
        .SelectMany(static o => o.Members.Where(static m => m.SensitiveKind is not null).Select(m => (Name: o.DisplayType + "." + m.JsonName, Kind: m.SensitiveKind!)))
        .Concat(method.Parameters.Where(static p => p.SensitiveKind is not null).Select(static p => (p.Name, Kind: p.SensitiveKind!)))
        .OrderBy(static entry => entry.Name, System.StringComparer.Ordinal);

    private static string? KindWithin(ValueModel value, Dictionary<string, ObjectModel> objects, HashSet<string> seen) =>
        (value.Element is { } element ? KindWithin(element, objects, seen) : null)
        ?? (value.Shape is { } key ? KindWithin(key, objects, seen) : null);

    private static string? KindWithin(string key, Dictionary<string, ObjectModel> objects, HashSet<string> seen) =>
        objects.TryGetValue(key, out var shape) && seen.Add(key)
            ? shape.Members.Select(m => m.SensitiveKind ?? KindWithin(m.Value, objects, seen))
                .Concat(shape.Derived.Select(d => KindWithin(d.Key, objects, seen)))
                .FirstOrDefault(static kind => kind is not null)
            : null;
}
