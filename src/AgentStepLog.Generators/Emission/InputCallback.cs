using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the statement that records the inputs of a call.</summary>
internal static class InputCallback
{
    public static void Emit(SourceWriter source, MethodModel method, string scope)
    {
        var inputs = method.Parameters.Where(p => p.IsInput).ToList();
        var captured = inputs.Where(static p => p.IsCaptured).ToList();
        var byName = captured.All(p => !TupleNames.IsReserved(p.Name));
        var arguments = captured.Count switch
        {
            0 => "0",
            1 => captured[0].EscapedName + captured[0].Value.Copy,
            _ => "(" + string.Join(", ", captured.Select(p => Named(p, byName))) + ")",
        };
        using (source.Braces($"if ({scope}.WantsInput)"))
        {
            using (source.Braces($"{scope}.Input({arguments}, static (w, a) =>", "});"))
            {
                foreach (var input in inputs)
                {
                    var index = captured.IndexOf(input);
                    var value = captured.Count == 1 ? "a"
                        : byName ? "a." + input.EscapedName
                        : "a.Item" + Parsing.GeneratedNames.Number(index + 1);
                    var write = input.SensitiveKind is { } kind
                        ? ValueStatements.Withhold(kind, input.Value, "a", value.Substring(1))
                        : ValueStatements.Write(input.Value, value);
                    source.Line($"w.Property({ValueStatements.Literal(input.Name)}); {write}");
                }
            }
        }

        if (method.Offer is { } offer && method.Parameters[offer.Ordinal] is { SensitiveKind: null } offering)
        {
            source.Line($"{scope}.Offered<{offering.Value.AnnotatedType}, {offer.Tool}>({offering.EscapedName}, static o => o{offer.Path}, {MessagesEmitter.Offered});");
        }

        source.Line();
    }

    // A tuple's element gets the name of a parameter without being named, but not that of a copy.
    private static string Named(ParameterModel parameter, bool byName) => parameter.Value.Copy.Length == 0
        ? parameter.EscapedName
        : (byName ? parameter.EscapedName + ": " : "") + parameter.EscapedName + parameter.Value.Copy;
}
