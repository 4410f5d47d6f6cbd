using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>
/// One line that is being made. It holds the fields between <c>mono_ms</c> and <c>prev</c>, each with its leading comma, with room in front and behind for the stamp.
/// When the line is complete, secrets are withheld and large values become blobs.
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

    /// <summary>Withholds secrets from the line.</summary>
    internal LineSecrets Secrets { get; }

    /// <summary>Whether one of its values could not be stored, so that the line has only the value's hash.</summary>
    internal bool HasLostValue => _references.HasLostValue;

    /// <summary>Whether it is the intent of a call that may only be made if the outcome will find room.</summary>
    internal bool NeedsRoom { get; set; }

    /// <summary>The fields written so far.</summary>
    internal ReadOnlyMemory<byte> Fields => _json.WrittenMemory[LineLimits.Head..];

    /// <summary>The buffer, for fields that are not tracked as values.</summary>
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
    /// Completes the line: withholds secrets, replaces values by their hashes where only hashes are captured, and moves large values to blobs. Every byte of a line or
    /// a blob passes through here. A complete line stays as it is.
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

    /// <summary>Releases the log and the memory of a huge value.</summary>
    internal void Clear()
    {
        _log = null!;
        CallHasEnded = false; // a call uses the same line for its intent and its outcome
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
