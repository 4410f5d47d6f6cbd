using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Tools;

/// <summary>Records a call that never reached its tool, as one failed step.</summary>
internal static class FailedCall
{
    public static ToolResult Record(RecordedMethod method, CallOrigin origin, RunLog? log, Action<CaptureWriter> writeInput, Exception exception)
    {
        if (StepScope.BeginAmong(method, origin, log) is { } scope)
        {
            scope.Input(writeInput);
            scope.Refuse(exception);
        }

        return new() { Content = exception.Message, IsError = true, Exception = exception };
    }
}
