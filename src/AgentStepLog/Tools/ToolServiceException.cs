using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog;

/// <summary>A tool was not called, since something that its caller must give it is not there. A model cannot mend that.</summary>
public sealed class ToolServiceException : Exception
{
    internal ToolServiceException(Type service, string message, ToolArguments arguments, Exception? cause = null)
        : base(message, cause)
    {
        Service = service;
        Arguments = arguments;
    }

    /// <summary>What is missing.</summary>
    public Type Service { get; }

    internal ToolArguments Arguments { get; }
}
