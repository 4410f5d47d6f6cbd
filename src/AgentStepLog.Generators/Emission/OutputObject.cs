using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// The output of a method with <c>ref</c> or <c>out</c> parameters: an object with the result as <c>return</c>, and
/// the values of those parameters when the call returns.
/// </summary>
internal static class OutputObject
{
    /// <summary>The model of this output, by which typed steps show it.</summary>
    public static ValueModel Value { get; } =
        new() { Kind = ValueKind.Any, Type = "object", DisplayType = "object", IsValueType = false, AllowsNull = true, IsPublic = true };

    public static bool Has(MethodModel method) => method.Parameters.Any(static p => p.IsOutput);

    /// <summary>The values to store, as one expression. A callback cannot use the parameters themselves.</summary>
    public static string Given(MethodModel method)
    {
        var captured = Captured(method);
        return captured.Count switch
        {
            0 => "0",
            1 => Kept(captured[0]),
            _ => "(" + string.Join(", ", captured.Select(Kept)) + ")",
        };
    }

    /// <summary>Writes the object to the scope named <c>s</c>.</summary>
    /// <param name="given">The local with the values of <see cref="Given"/>.</param>
    public static void Emit(SourceWriter source, MethodModel method, string given)
    {
        var result = method is { Result.Kind: not ValueKind.Opaque } ? method.Result : null;
        var captured = Captured(method);
        using (source.Braces($"s.Output({(result is null ? given : $"(v, {given})")}, static (w, a) =>", "});"))
        {
            using (source.Braces("if (!w.BeginObject())"))
            {
                source.Line("return;");
            }

            source.Line();
            if (method.Result is not null)
            {
                var name = new LocalNames(method.Parameters.Where(static p => p.IsOutput).Select(static p => p.EscapedName)).Fresh("return");
                Member(source, name, method.ResultSensitiveKind, method.Result, "a.Item1");
            }

            var outputs = result is null ? "a" : "a.Item2";
            foreach (var parameter in method.Parameters.Where(static p => p.IsOutput))
            {
                var item = captured.Count == 1 ? outputs : $"{outputs}.Item{Parsing.GeneratedNames.Number(captured.IndexOf(parameter) + 1)}";
                Member(source, parameter.Name, parameter.SensitiveKind, parameter.Value, item);
            }

            source.Line("w.EndObject();");
        }
    }

    private static void Member(SourceWriter source, string name, string? sensitiveKind, ValueModel value, string expression)
    {
        var write = sensitiveKind is null ? ValueStatements.Write(value, expression) : ValueStatements.WithholdParts(sensitiveKind, value, "a", expression.Substring(1));
        source.Line($"w.Property({ValueStatements.Literal(name)}); {write}");
    }

    private static string Kept(ParameterModel parameter) => parameter.EscapedName + parameter.Value.Copy;

    private static List<ParameterModel> Captured(MethodModel method) =>
        method.Parameters.Where(static p => p is { IsOutput: true, IsCaptured: true }).ToList();
}
