using System.ComponentModel;

namespace AgentStepLog.CompilerServices;

/// <summary>Makes the tools of a table. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolFunctions
{
    /// <summary>Makes a tool of a table.</summary>
    /// <param name="method">The tool's method.</param>
    /// <param name="description">The description of the tool for the model.</param>
    /// <param name="schema">The JSON Schema of the arguments.</param>
    /// <param name="invoke">Reads the arguments, makes the recorded call, and returns its result.</param>
    /// <param name="log">The tool's own log, for calls that fail before they reach the method. Null stands for the active log.</param>
    /// <param name="sensitive">
    /// The names of parameters and properties, at any depth, that must not be written to the log, each with the kind of secret. They are needed because arguments that
    /// do not fit are recorded as the model sent them, and not by the method's own capture.
    /// </param>
    /// <param name="resultSchema">The JSON Schema of the result; null if the tool returns nothing.</param>
    /// <param name="shown">
    /// The names of properties within such parameters that hold nothing sensitive. A problem in one of them is reported to the model with its value. A problem
    /// elsewhere in these parameters is reported without the value.
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
