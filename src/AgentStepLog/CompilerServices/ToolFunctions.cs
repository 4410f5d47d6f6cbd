using System.ComponentModel;

namespace AgentStepLog.CompilerServices;

/// <summary>Makes the tools of a table. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolFunctions
{
    /// <summary>A tool of a table.</summary>
    /// <param name="method">The tool's method.</param>
    /// <param name="description">What the model is told of it.</param>
    /// <param name="schema">JSON Schema of its arguments.</param>
    /// <param name="invoke">Reads the arguments, makes the recorded call and gives back its result.</param>
    /// <param name="log">The log of the tool's own, for calls that fail before they reach the method; null: the active one.</param>
    /// <param name="sensitive">
    /// Names of parameters and properties, at any depth, that the log must not hold, each with the kind of secret: arguments that
    /// do not fit are recorded as the model gave them, and the method's own capture has no say then.
    /// </param>
    /// <param name="resultSchema">JSON Schema of its result; null where it returns nothing.</param>
    /// <param name="shown">
    /// Names of properties within such parameters that hold nothing sensitive: what is wrong there is told to the model with its value, and of all else in these
    /// parameters without.
    /// </param>
    public static ToolFunction Create(
        RecordedMethod method,
        string description,
        string schema,
        Func<ToolArguments, CallOrigin, CancellationToken, ValueTask<ToolOutput>> invoke,
        Func<StepLog?>? log = null,
        ReadOnlySpan<(string Name, string Kind)> sensitive = default,
        string? resultSchema = null,
        ReadOnlySpan<(string Parameter, string Name)> shown = default) =>
        new(method, description, schema, invoke, log is null ? null : () => log()?.Run, new(sensitive, shown), resultSchema);
}
