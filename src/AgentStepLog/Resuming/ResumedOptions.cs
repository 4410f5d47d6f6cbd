using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>The options of a log that resumes a run.</summary>
internal static class ResumedOptions
{
    /// <summary>What the run is comes from its header; everything else comes from the caller's options.</summary>
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
