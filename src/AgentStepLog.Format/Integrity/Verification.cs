using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The result of <see cref="StepLogVerifier"/>.</summary>
public sealed record Verification
{
    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// Whether nothing contradicts the log: no line is damaged, and no blob is gone or altered. <see cref="Verdict"/> says how far that is proven. Prefer this
    /// property to a comparison with one verdict: a later version can prove more of a log that has a key or an anchor, and will have another verdict for that.
    /// </summary>
    public bool IsIntact => Verdict == Verdict.SelfConsistent;

    /// <summary>The result in full sentences, with the limits of the proof. Control characters, which the name of a file may contain, are written as escapes.</summary>
    public string Message { get; init => field = VisibleText.Of(value); } = "";

    /// <summary>How many lines are valid and form a chain, from the header on.</summary>
    public long Lines { get; init; }

    /// <summary>The number of the first line at which the proof fails; null when it does not fail.</summary>
    public long? BadStep { get; init; }

    /// <summary>The run's id in the header; null when there is no readable header.</summary>
    public string? RunId { get; init; }

    /// <summary>How the run ended; null when no <c>run_end</c> was found, because the run was abandoned, is still running, or was cut off.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>The ids of the calls that have an intent and no outcome, in the order of the log. It is unknown whether these calls took effect.</summary>
    public IReadOnlyList<string> OpenIntents { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>How many blobs match the hash and length in their lines.</summary>
    public long Blobs { get; init; }

    /// <summary>The hashes of the blobs, manifests and tool sets that are gone; at most the first 100.</summary>
    public IReadOnlyList<string> MissingBlobs { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>The hashes of the blobs whose content has another hash or length; at most the first 100.</summary>
    public IReadOnlyList<string> AlteredBlobs { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>
    /// Base64 of the last good line's leaf. Kept elsewhere, it is a simple anchor: if a log still has this line with
    /// this leaf, the lines up to it were not changed.
    /// </summary>
    public string? LastLeaf { get; init; }

    /// <summary>Returns <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
