namespace AgentStepLog.Capture;

/// <summary>
/// One call through a tool table. One instance per call: when the step has ended it holds the notes that the tool left, so
/// that the table can hand them to the model.
/// </summary>
internal sealed class TableOrigin(string? callId) : CallOrigin
{
    internal override StepRoute Route => StepRoute.Table;

    internal override string? CallId { get; } = callId;

    /// <summary>What the tool noted; empty until the step has ended, and when no log was active.</summary>
    internal IReadOnlyList<string> Notes { get; private set; } = [];

    internal override void Ended(IReadOnlyList<string> notes) => Notes = notes;
}
