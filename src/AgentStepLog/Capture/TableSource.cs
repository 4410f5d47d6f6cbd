namespace AgentStepLog.Capture;

/// <summary>
/// One call through a tool table. Each call has its own instance. When the step has ended, the instance has the tool's notes, so that the table can pass them to the
/// model.
/// </summary>
internal sealed class TableSource(string? callId) : CallSource
{
    // The call's step if it is recorded. Otherwise the notes are kept in the field below.
    private ActiveStep? _step;
    private StepNotes? _unrecorded;
    private string[] _coerced = [];

    internal override StepRoute Route => StepRoute.Table;

    internal override string? CallId { get; } = callId;

    internal override string[] Coerced => _coerced;

    /// <summary>The notes of the tool, in order.</summary>
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
