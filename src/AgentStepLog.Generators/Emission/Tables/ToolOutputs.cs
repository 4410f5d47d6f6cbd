using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>What a tool's result becomes for the model: a text as it is, anything else as JSON.</summary>
internal static class ToolOutputs
{
    private const string Output = "global::AgentStepLog.Capture.ToolOutput";

    public static string Of(MethodModel method, string call) => method.Result!.Kind switch
    {
        ValueKind.String => $"{Output}.Text({call})",
        _ => $"{Output}.Json<{method.Result.AnnotatedType}>({call}, static (w, x) => {{ {ValueStatements.Write(method.Result, "x")} }})",
    };
}
