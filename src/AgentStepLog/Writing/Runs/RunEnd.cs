using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>How a run ended.</summary>
internal readonly record struct RunEnd(RunOutcome Outcome, JsonText Answer, Failure Failure)
{
    internal void Write(Line line, RunSecrets secrets)
    {
        line.Name("outcome"u8);
        line.Json.String(Outcome switch
        {
            RunOutcome.Completed => "completed",
            RunOutcome.Failed => "failed",
            RunOutcome.Canceled => "canceled",
            _ => "unknown",
        });
        line.Value("answer"u8, Answer);
        ThrownSecrets.Pass(Failure.Thrown, secrets);
        Failure.Write(line, always: false);
    }
}
