using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>What <see cref="StepLogRetention"/> did, or in a dry run would do.</summary>
public sealed record RetentionReport
{
    /// <summary>Whether nothing was changed: what stands under <see cref="Dropped"/> and <see cref="DroppedManifests"/> is still there.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The runs that are gone, the oldest first.</summary>
    public IReadOnlyList<RetainedRun> Dropped { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;

    /// <summary>The runs that stayed, the oldest first, and why.</summary>
    public IReadOnlyList<RetainedRun> Kept { get; init => field = EquatableList<RetainedRun>.From(value); } = EquatableList<RetainedRun>.Empty;

    /// <summary>The manifests and sets of tools that are gone, since no run names them any more.</summary>
    public IReadOnlyList<RetainedManifest> DroppedManifests { get; init => field = EquatableList<RetainedManifest>.From(value); } = EquatableList<RetainedManifest>.Empty;

    /// <summary>Why manifests or sets of tools stayed that may be needed no more: a sentence. Null where nothing stood in the way.</summary>
    public string? ManifestObstacle { get; init => field = value is null ? null : VisibleText.Of(value); }
}
