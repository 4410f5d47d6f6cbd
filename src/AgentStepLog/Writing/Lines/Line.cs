using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>
/// One line in the making: its fields from after <c>mono_ms</c> to before <c>prev</c>, each with its leading comma, with room
/// in front and behind for what is stamped when it is written. When it is complete, secrets are withheld and values that are too large leave for blobs.
/// </summary>
internal sealed partial class Line
{
    private readonly JsonBuffer _json;
    private readonly LineValues _values;
    private readonly LineReferences _references = new();
    private LineContext _log = null!;
    private bool _tellsResumption;
    private bool _isComplete;

    internal Line()
    {
        _json = new(2048);
        _values = new(_json);
        Secrets = new(_json);
    }

    internal StepKind Type { get; private set; }

    /// <summary>What is withheld from it.</summary>
    internal LineSecrets Secrets { get; }

    /// <summary>Whether a value of it could not be stored, and stands in it by its hash only.</summary>
    internal bool HasLostValue => _references.HasLostValue;

    /// <summary>Whether it announces a call that must not be made while its outcome may find no room.</summary>
    internal bool NeedsRoom { get; set; }

    /// <summary>What there is of it so far.</summary>
    internal ReadOnlyMemory<byte> Fields => _json.WrittenMemory[LineLimits.Head..];

    /// <summary>The buffer, for what needs no range of its own.</summary>
    internal JsonBuffer Json => _json;

    internal void Begin(StepKind type, LineContext log)
    {
        Type = type;
        _log = log;
        _tellsResumption = log.TellsResumption;
        Secrets.Begin(log.Secrets);
        _references.Begin(log.Blobs);
        Reset();
    }

    /// <summary>
    /// Completes the line: withholds what is secret, puts hashes in the place of what is known by its hash, and lets values leave that are
    /// too large. All that a line or a blob ever holds has come through here. Done once: a line that is complete stays as it is.
    /// </summary>
    internal void Complete()
    {
        if (_isComplete)
        {
            return;
        }

        if (_tellsResumption)
        {
            Flag("resumed"u8, true);
        }

        Secrets.Withhold(_values, Type);
        _references.Fit(_json, _values, _log.InlineLimit);
        _isComplete = true;
    }

    /// <summary>Lets go of the log and of what a huge value took.</summary>
    internal void Clear()
    {
        _log = null!;
        CallHasEnded = false; // that of a call goes through its intent and its outcome
        Secrets.Clear();
        _references.Clear();
        Reset();
    }

    private void Reset()
    {
        Facts = default;
        (NeedsRoom, _isComplete) = (false, false);
        _values.Clear();
        _json.Reset(LineLimits.Head);
    }
}
