namespace AgentStepLog.Capture;

/// <summary>
/// One call through a tool table. One instance per call: when the step has ended it holds the notes that the tool left, so
/// that the table can hand them to the model.
/// </summary>
internal sealed class TableSource(string? callId) : CallSource
{
    // The call's own step while it is recorded; else the notes are kept here.
    private ActiveStep? _step;
    private StepNotes? _unrecorded;
    private string[] _coerced = [];

    internal override StepRoute Route => StepRoute.Table;

    internal override string? CallId { get; } = callId;

    internal override string[] Coerced => _coerced;

    /// <summary>What the tool noted, in order.</summary>
    internal IReadOnlyList<string> Notes => _step is { } step ? step.Notes() : Volatile.Read(ref _unrecorded)?.ToArray() ?? [];

    internal void Note(string text)
    {
        if (_step is { } step)
        {
            step.Note(text);
        }
        else
        {
            StepNotes.Add(ref _unrecorded, text);
        }
    }

    internal void Took(string[] coerced) => _coerced = coerced;

    internal override void Entered(ActiveStep step) => _step = step;
}
