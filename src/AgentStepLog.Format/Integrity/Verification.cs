using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The result of <see cref="StepLogVerifier"/>.</summary>
public sealed record Verification
{
    /// <summary>What was found.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// Whether nothing contradicts the log: no line of it is damaged, and no blob is gone or altered. How far that is proven, <see cref="Verdict"/> says. Ask this rather than for one
    /// verdict: later versions prove more of a log that has a key or an anchor, and call that another verdict.
    /// </summary>
    public bool IsIntact => Verdict == Verdict.SelfConsistent;

    /// <summary>What was found, in full sentences, with what it does not prove. Control characters, as a file's name may have them, are written as escapes.</summary>
    public string Message { get; init => field = VisibleText.Of(value); } = "";

    /// <summary>How many lines hold together, from the header on.</summary>
    public long Lines { get; init; }

    /// <summary>Number of the first line at which the proof fails; null when none does.</summary>
    public long? BadStep { get; init; }

    /// <summary>The run that the header names; null when there is no readable header.</summary>
    public string? RunId { get; init; }

    /// <summary>How the run ended; null when no <c>run_end</c> was found: abandoned, still running, or cut off.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>Ids of the calls of which an intent, but no outcome, was found, in the order of the log. Nobody knows whether they took effect.</summary>
    public IReadOnlyList<string> OpenIntents { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>How many blobs were found to be what their lines say.</summary>
    public long Blobs { get; init; }

    /// <summary>Hashes of the blobs, manifests and tool sets that are gone; the first 100.</summary>
    public IReadOnlyList<string> MissingBlobs { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>Hashes of the blobs whose content has another hash or length; the first 100.</summary>
    public IReadOnlyList<string> AlteredBlobs { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>
    /// Base64 of the last good line's leaf. Kept elsewhere, it is a poor man's anchor: a log that still has this line, with
    /// this leaf, was not changed before it.
    /// </summary>
    public string? LastLeaf { get; init; }

    /// <summary><see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
