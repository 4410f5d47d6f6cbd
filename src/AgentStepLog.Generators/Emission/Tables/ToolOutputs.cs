using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>
/// The form in which a model gets a tool's result: a text as it is, other values as JSON. A lazy sequence is enumerated to its end, and becomes
/// the array of its items.
/// </summary>
internal static class ToolOutputs
{
    private const string Output = "global::AgentStepLog.CompilerServices.ToolOutput";

    /// <summary>Whether the output must be awaited although the call itself is not asynchronous.</summary>
    public static bool IsAwaited(MethodModel method) => method.Lazy == LazyShape.AsyncSequence;

    public static string Of(MethodModel method, string call, string cancellationToken) => (method.Lazy, method.Result!.Kind) switch
    {
        (LazyShape.AsyncSequence, _) => $"await {Output}.ItemsAsync({call}, {Item(method)}, {cancellationToken}).ConfigureAwait(false)",
        (LazyShape.Sequence, _) => $"{Output}.Items({call}, {Item(method)})",
        (_, ValueKind.String) => $"{Output}.Text({call})",
        _ => $"{Output}.Json<{method.Result.AnnotatedType}>({call}, static (w, x) => {{ {ValueStatements.Write(method.Result, "x")} }})",
    };

    private static string Item(MethodModel method) => $"static (w, x) => {{ {ValueStatements.Write(method.Result!.Element!, "x")} }}";
}
