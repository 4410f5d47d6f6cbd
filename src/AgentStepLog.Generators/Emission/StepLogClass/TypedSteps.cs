using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>Names the typed records of a log and their properties, so that no two collide with each other or with what is there.</summary>
internal static class TypedSteps
{
    /// <summary>In the order of their methods' full names; of overloads the one with the most parameters first, which reading tries first.</summary>
    public static List<TypedStep> Of(LogModel log, IEnumerable<TypeModel> types)
    {
        var chosen = new HashSet<string>(log.Types);
        var methods = types
            .Where(t => chosen.Count == 0 || chosen.Contains(t.Type.FullName))
            .SelectMany(static t => t.Methods)
            .OrderBy(static m => m.FullName, System.StringComparer.Ordinal)
            .ThenByDescending(static m => m.Parameters.Count)
            .ThenBy(static m => m.Id, System.StringComparer.Ordinal)
            .ToList();
        var shared = new HashSet<string>(methods.GroupBy(RecordName).Where(static g => g.Count() > 1).Select(static g => g.Key));
        var taken = new HashSet<string>(log.TakenNames) { log.Name.TrimStart('@') };
        var steps = new List<TypedStep>();
        foreach (var method in methods)
        {
            var name = RecordName(method);
            if (shared.Contains(name) || taken.Contains(name))
            {
                name = method.Type.Name + name;
            }

            steps.Add(Step(log, method, Unique(name, taken)));
        }

        return steps;
    }

    private static string RecordName(MethodModel method) =>
        (method.Name.Length > 5 && method.Name.EndsWith("Async", System.StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - 5)
            : method.Name) + "Step";

    private static TypedStep Step(LogModel log, MethodModel method, string name)
    {
        var names = new ShapeNames(method.Shapes);
        var readable = new Readability(method.Shapes, recorded: true);
        var taken = new HashSet<string>(log.StepMembers) { name };
        var inputs = new List<TypedProperty>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.IsInput && parameter.SensitiveKind is null && readable.CanRead(parameter.Value))
            {
                var property = Pascal(parameter.Name);
                inputs.Add(new TypedProperty(
                    Unique(taken.Contains(property) ? property + "Argument" : property, taken),
                    parameter.Name,
                    TypedValue.Type(parameter.Value),
                    TypedValue.Delegate(parameter.Value, names),
                    parameter.Value.IsPublic,
                    parameter.Description));
            }
        }

        var output = method.Result is { } result && method.ResultSensitiveKind is null && readable.CanRead(result)
            ? Output(result, names, method.ReturnsDescription)
            : null;
        return new TypedStep(name, method, inputs.ToEquatableArray(), output);
    }

    // A failed call has none: the property is nullable whatever the method returns.
    private static TypedProperty Output(ValueModel result, ShapeNames names, string? description)
    {
        var type = TypedValue.Type(result);
        return new TypedProperty(
            "Output", "", type.EndsWith("?", System.StringComparison.Ordinal) ? type : type + "?", TypedValue.Delegate(result, names), result.IsPublic, description);
    }

    private static string Pascal(string name)
    {
        var start = name.TrimStart('_');
        return start.Length == 0 || char.IsDigit(start[0])
            ? "Argument" + start
            : char.ToUpperInvariant(start[0]) + start.Substring(1);
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = name + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
