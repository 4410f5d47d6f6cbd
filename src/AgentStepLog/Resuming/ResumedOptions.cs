using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>The options of a log that resumes a run.</summary>
internal static class ResumedOptions
{
    /// <summary>What the run is comes from its header; everything else stays as the caller's options say.</summary>
    internal static void Apply(ResumedRun run, StepLogOptions options)
    {
        options.UserId = ResumedSubject.UserId(run.Header, options);
        options.RunId = run.Header.RunId;
        options.Agent = run.Header.Agent;
        options.AgentVersion = run.Header.AgentVersion;
        options.Task = run.Header.Task;
        options.Environment = run.Header.Environment;
        options.SessionId = run.Header.SessionId;
        options.ParentRunId = WellFormedRunId.Flaw(run.Header.ParentRunId) is null ? run.Header.ParentRunId : null;
        options.TraceId = run.Header.TraceId;
        options.Metadata = run.Header.Metadata.ToDictionary();
    }
}
