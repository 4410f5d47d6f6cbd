using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog;

/// <summary>A model gave a tool arguments that do not fit. The message lists everything that is wrong, for the model to read.</summary>
public sealed class ToolArgumentException : Exception
{
    internal ToolArgumentException(string message, ToolArguments? arguments = null)
        : base(message) => Arguments = arguments;

    /// <summary>The arguments that were read; a tool that calls another table may let that one's exception out.</summary>
    internal ToolArguments? Arguments { get; }
}
