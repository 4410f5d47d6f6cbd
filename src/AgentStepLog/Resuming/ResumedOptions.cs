using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>The options of a log that resumes a run.</summary>
internal static class ResumedOptions
{
    /// <summary>Takes the facts about the run from its header. All other options stay as the caller set them.</summary>
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
