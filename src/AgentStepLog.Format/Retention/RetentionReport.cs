using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The result of a <see cref="StepLogRetention"/> call; of a dry run, what the call would do.</summary>
public sealed record RetentionReport
{
    /// <summary>Whether nothing was changed: the runs of <see cref="Dropped"/> and the manifests of <see cref="DroppedManifests"/> are still there.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The runs that were dropped, the oldest first.</summary>
    public IReadOnlyList<RetainedRun> Dropped { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;

    /// <summary>The runs that stayed, the oldest first, with their reasons.</summary>
    public IReadOnlyList<RetainedRun> Kept { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;

    /// <summary>The manifests and tool sets that were dropped, since no run names them any more.</summary>
    public IReadOnlyList<RetainedManifest> DroppedManifests { get; init => field = EquatableList<RetainedManifest>.From(value); } = EquatableList<RetainedManifest>.Empty;

    /// <summary>Why manifests or tool sets stayed that may not be needed any more, as a sentence. Null where all unneeded ones were dropped.</summary>
    public string? ManifestObstacle { get; init => field = value is null ? null : VisibleText.Of(value); }
}
