namespace AgentStepLog;

/// <summary>How a run ended, as its <c>run_end</c> states it.</summary>
public enum RunOutcome
{
    /// <summary>The log was closed without an outcome.</summary>
    Unknown,

    /// <summary>The run did its task.</summary>
    Completed,

    /// <summary>The run failed; <see cref="RunEndStep.Error"/> says why.</summary>
    Failed,

    /// <summary>The run was canceled.</summary>
    Canceled,
}
