namespace AgentStepLog.Capture;

/// <summary>
/// One call through a tool table. One instance per call: when the step has ended it holds the notes that the tool left, so
/// that the table can hand them to the model.
/// </summary>
internal sealed class TableOrigin(string? callId) : CallOrigin
{
    // The call's own step while it is recorded; else the notes are kept here.
    private ActiveStep? _step;
    private List<string>? _unrecorded;
    private string[] _coerced = [];

    internal override StepRoute Route => StepRoute.Table;

    internal override string? CallId { get; } = callId;

    internal override string[] Coerced => _coerced;

    /// <summary>What the tool noted, in order.</summary>
    internal IReadOnlyList<string> Notes
    {
        get
        {
            if (_step is { } step)
            {
                return step.Notes();
            }

            if (Volatile.Read(ref _unrecorded) is not { } notes)
            {
                return [];
            }

            lock (this)
            {
                return [.. notes];
            }
        }
    }

    internal void Note(string text)
    {
        if (_step is { } step)
        {
            step.Note(text);
            return;
        }

        lock (this)
        {
            (_unrecorded ??= []).Add(text);
        }
    }

    internal void Took(string[] coerced) => _coerced = coerced;

    internal override void Entered(ActiveStep step) => _step = step;
}
