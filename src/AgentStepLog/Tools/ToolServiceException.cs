using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog;

/// <summary>A tool was not called, because its caller did not provide a service that it needs. A model cannot correct that.</summary>
public sealed class ToolServiceException : Exception
{
    internal ToolServiceException(Type service, string message, ToolArguments arguments, Exception? cause = null)
        : base(message, cause)
    {
        Service = service;
        Arguments = arguments;
    }

    /// <summary>The type of the missing service.</summary>
    public Type Service { get; }

    internal ToolArguments Arguments { get; }
}
