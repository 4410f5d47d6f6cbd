namespace AgentStepLog.CompilerServices;

public sealed partial class ToolArguments
{
    /// <summary>The log that records the call.</summary>
    /// <param name="isRequired">Whether the tool needs it.</param>
    /// <exception cref="ToolServiceException">No log of this type is active.</exception>
    public T Log<T>(bool isRequired)
        where T : StepLog => _tool.ActiveLog?.Owner is T log ? log : isRequired ? throw Missing(typeof(T)) : null!;
}
