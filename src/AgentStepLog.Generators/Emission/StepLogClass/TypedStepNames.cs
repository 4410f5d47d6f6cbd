using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>Names the typed steps of a log and their properties, so that they collide neither with each other nor with existing members.</summary>
internal static class TypedStepNames
{
    /// <summary>Returns the steps in the order of their methods' full names, and overloads by the number of parameters.</summary>
    public static List<TypedStep> Of(LogModel log, IEnumerable<TypeModel> types)
    {
        var methods = types.Concat(log.Referenced)
            .Where(t => IsOf(log, t))
            .SelectMany(static t => t.Methods)
            .OrderBy(static m => m.FullName, System.StringComparer.Ordinal)
            .ThenBy(static m => m.Parameters.Count)
            .ThenBy(static m => m.Id, System.StringComparer.Ordinal)
            .ToList();
        var ofSeveralTypes = methods
            .GroupBy(RecordName)
            .Where(static g => g.Select(static m => m.Type.FullName).Distinct().Count() > 1)
            .Select(static g => g.Key);
        var withType = new HashSet<string>(ofSeveralTypes.Concat(log.TakenNames)) { log.Name.TrimStart('@') };
        var taken = new HashSet<string>(log.TakenNames) { log.Name.TrimStart('@') };
        return methods
            .Select(m => Step(log, m, Unique(withType.Contains(RecordName(m)) ? m.Type.Name + RecordName(m) : RecordName(m), taken)))
            .ToList();
    }

    /// <summary>The parameters whose recorded values can be read.</summary>
    public static IEnumerable<ParameterModel> Inputs(MethodModel method)
    {
        var readable = new Readability(method.Shapes, recorded: true);
        return method.Parameters.Where(p => p.IsInput && p.SensitiveKind is null && readable.CanRead(p.Value));
    }

    /// <summary>The result, if its recorded value can be read.</summary>
    public static ValueModel? Result(MethodModel method) => OutputObject.Has(method)
        ? OutputObject.Value
        : method.Result is { } result && method.ResultSensitiveKind is null && new Readability(method.Shapes, recorded: true).CanRead(result)
            ? result
            : null;

    public static bool IsOf(LogModel log, TypeModel type) => log.Types.Count == 0 || log.Types.Contains(type.Type.FullName);

    private static string RecordName(MethodModel method) =>
        (method.Name.Length > 5 && method.Name.EndsWith("Async", System.StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - 5)
            : method.Name) + "Step";

    private static TypedStep Step(LogModel log, MethodModel method, string name)
    {
        var taken = new HashSet<string>(log.StepMembers) { name };
        var inputs = new List<TypedProperty>();
        foreach (var parameter in Inputs(method))
        {
            var property = Pascal(parameter.Name);
            var unique = Unique(taken.Contains(property) ? property + "Argument" : property, taken);
            inputs.Add(parameter.WasLeftOutWhenNull
                ? new TypedProperty(
                    unique,
                    parameter.Name,
                    "global::AgentStepLog.JsonText?",
                    "static v => v.Nullable<global::AgentStepLog.JsonText>(static v => v.Json())",
                    parameter.Value.IsPublic,
                    parameter.Description,
                    MayBeAbsent: true,
                    WasLeftOutWhenNull: true)
                : method.Kind == RecordedKind.Llm || method.Capture is "None" or "Hash"
                ? MayBeAbsent(unique, parameter.Name, parameter.Value, parameter.Description)
                : new TypedProperty(
                    unique,
                    parameter.Name,
                    TypedValue.Type(parameter.Value),
                    TypedValue.Delegate(parameter.Value),
                    parameter.Value.IsPublic,
                    parameter.Description,
                    MayBeAbsent: false));
        }

        var output = Result(method) is { } result ? MayBeAbsent("Output", "", result, method.ReturnsDescription) : null;
        return new TypedStep(name, method, inputs.ToEquatableArray(), output);
    }

    // A failed call has no output. The messages of an LLM call are captured only on request, and other values may be excluded by their method. So the property is
    // always nullable, and the rest of the step can be typed.
    private static TypedProperty MayBeAbsent(string name, string parameter, ValueModel value, string? description)
    {
        var nullable = value.IsValueType ? value : value with { AllowsNull = true };
        var type = TypedValue.Type(nullable);
        return new TypedProperty(
            name,
            parameter,
            type.EndsWith("?", System.StringComparison.Ordinal) ? type : type + "?",
            TypedValue.Lambda(nullable),
            value.IsPublic,
            description,
            MayBeAbsent: true);
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
