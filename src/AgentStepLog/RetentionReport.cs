namespace AgentStepLog;

/// <summary>What <see cref="StepLogRetention"/> did.</summary>
public sealed record RetentionReport
{
    /// <summary>The runs that are gone, the oldest first.</summary>
    public IReadOnlyList<RetainedRun> Dropped { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;

    /// <summary>The runs that stayed, the oldest first, and why.</summary>
    public IReadOnlyList<RetainedRun> Kept { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;
}
