using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the callback that records what a call returned.</summary>
internal static class ResultCallback
{
    public static void Emit(SourceWriter source, MethodModel method, string start)
    {
        using (source.Braces(start + "static (s, v) =>", "});"))
        {
            if (method.Usage is { } usage)
            {
                Usage(source, usage);
            }

            using (source.Braces("if (s.WantsOutput)"))
            {
                source.Line(method.ResultSensitiveKind is { } kind
                    ? $"s.WithholdOutput({ValueStatements.Literal(kind)});"
                    : $"s.Output(v, static (w, x) => {{ {ValueStatements.Write(method.Result!, "x")} }});");
            }
        }
    }

    private static void Usage(SourceWriter source, UsageModel usage)
    {
        Say("Model", usage.Model);
        Say("Provider", usage.Provider);
        if (usage.HasTokens || usage.CachedTokens is not null || usage.ReasoningTokens is not null)
        {
            source.Line($"s.Tokens({Of(usage.InputTokens)}, {Of(usage.OutputTokens)}, {Of(usage.CachedTokens)}, {Of(usage.ReasoningTokens)});");
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

    private static string Of(string? path) => path?.Replace("{0}", "v") ?? "null";
}
