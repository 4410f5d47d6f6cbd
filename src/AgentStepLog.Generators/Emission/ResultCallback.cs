using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the callback that records the result of a call.</summary>
internal static class ResultCallback
{
    /// <param name="given">The local with the values of <c>ref</c> and <c>out</c> parameters; null where there are none.</param>
    public static void Emit(SourceWriter source, MethodModel method, string start, string? given = null)
    {
        using (source.Braces(start + (given is null ? "static " : "") + "(s, v) =>", "});"))
        {
            Body(source, method, method.Result!, "Output", given);
        }
    }

    /// <summary>The statements that record one value <c>v</c>.</summary>
    /// <param name="value">The value's model.</param>
    /// <param name="output">The method of <c>StepScope</c> that receives the value.</param>
    public static void Body(SourceWriter source, MethodModel method, ValueModel value, string output, string? given = null)
    {
        if (method.Usage is { } usage)
        {
            Usage(source, usage);
        }

        using (source.Braces("if (s.WantsOutput)"))
        {
            if (given is not null)
            {
                OutputObject.Emit(source, method, given);
                return;
            }

            var write = $"v, static (w, x) => {{ {ValueStatements.Write(value, "x")} }}";
            var isItem = output != "Output";
            source.Line(method.ResultSensitiveKind is not { } kind ? $"s.{output}({write});"
                : isItem && value.Kind == ValueKind.Opaque ? $"s.WithholdOutput({ValueStatements.Literal(kind)});"
                : isItem ? $"s.WithholdItem({ValueStatements.Literal(kind)}, {write});"
                : (method.Kind == RecordedKind.Tool && value.Kind != ValueKind.String) || !ValueStatements.CanCommit(value) ? $"s.WithholdOutput({ValueStatements.Literal(kind)}, {write});"
                : $"s.WithholdOutput({ValueStatements.Literal(kind)}, v);");
        }
    }

    private static void Usage(SourceWriter source, UsageModel usage)
    {
        Say("Model", usage.Model);
        Say("Provider", usage.Provider);
        if ((usage.InputTokens ?? usage.OutputTokens ?? usage.CachedTokens ?? usage.ReasoningTokens) is not null)
        {
            source.Line($"s.Tokens({Counts(usage)});");
        }

        if (usage.Contents is { } contents)
        {
            using (source.Braces($"if ({contents.Items} is {{ }} contents)"))
            using (source.Braces("foreach (var content in contents)"))
            using (source.Braces($"if (content is {contents.Type} u)"))
            {
                source.Line($"s.AddTokens({Counts(contents.Counts)});");
            }
        }

        Say("StopReason", usage.StopReason);
        Say("ResponseId", usage.ResponseId);

        void Say(string what, string? path)
        {
            if (path is not null)
            {
                source.Line($"s.{what}({Of(path)});");
            }
        }
    }

    private static string Counts(UsageModel usage) =>
        $"{Of(usage.InputTokens)}, {Of(usage.OutputTokens)}, {Of(usage.CachedTokens)}, {Of(usage.ReasoningTokens)}";

    private static string Of(string? path) => path ?? "null";
}
