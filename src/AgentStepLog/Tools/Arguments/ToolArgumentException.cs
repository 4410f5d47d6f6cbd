using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog;

/// <summary>A model sent arguments that do not fit a tool. The message lists all problems, for the model.</summary>
public sealed class ToolArgumentException : Exception
{
    internal ToolArgumentException(string message, ToolArguments? arguments = null)
        : base(message) => Arguments = arguments;

    /// <summary>The arguments with the problems. They distinguish this call's exception from one of another table, which the tool may have called.</summary>
    internal ToolArguments? Arguments { get; }
}
