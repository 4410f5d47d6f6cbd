namespace AgentStepLog;

/// <summary>How a run ended, as its <c>run_end</c> states it.</summary>
public enum RunOutcome
{
    /// <summary>The log was closed, and nobody said how the run went.</summary>
    Unknown,

    /// <summary>The run did what it was asked to.</summary>
    Completed,

    /// <summary>The run gave up; <see cref="RunEndStep.Error"/> says why.</summary>
    Failed,

    /// <summary>The run was canceled.</summary>
    Canceled,
}
