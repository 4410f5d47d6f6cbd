using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>The options of a run that is gone on with.</summary>
internal static class ResumedOptions
{
    /// <summary>The options of the log that goes on with it: what the header says of the run, and of the rest what is asked for.</summary>
    internal static StepLogOptions Of(ResumedRun run, StepLogOptions options) => options with
    {
        RunId = run.Header.RunId,
        Agent = run.Header.Agent,
        AgentVersion = run.Header.AgentVersion,
        Task = run.Header.Task,
        Environment = run.Header.Environment,
        SessionId = run.Header.SessionId,
        UserId = ResumedSubject.UserId(run.Header, options),
        ParentRunId = WellFormedRunId.Flaw(run.Header.ParentRunId) is null ? run.Header.ParentRunId : null,
        TraceId = run.Header.TraceId,
        Metadata = run.Header.Metadata,
    };
}
