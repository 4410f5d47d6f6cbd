using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>
/// The names under which a model may send sensitive values. Arguments that do not fit the schema are recorded as they came, so
/// only names tell which of them to withhold.
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
    /// The same, and the parameters that contain such a member. A model may send one in another form (an object as a text, its members
    /// as a list, a misspelt name). Then no name finds the sensitive part, so the whole argument is withheld.
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
    /// The names, within such parameters, of members that are not sensitive, at any depth. When a model sends a wrong value for one of these, the error message
    /// may show it the value.
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

    /// <summary>Sensitive parameters by name, and sensitive members by type and JSON name, for the manifest.</summary>
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
