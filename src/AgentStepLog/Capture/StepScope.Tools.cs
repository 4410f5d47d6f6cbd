namespace AgentStepLog.Capture;

/// <summary>What a call offered to its model.</summary>
public sealed partial class StepScope
{
    private ToolSet? _tools;

    /// <summary>Records the tools that the call offers to its model, as they are now. A lazy sequence is not enumerated, and a second list is not looked at.</summary>
    /// <param name="tools">The tools; null or empty for none.</param>
    /// <param name="describe">Reads one.</param>
    public void Offered<T>(IEnumerable<T>? tools, Func<T, OfferedTool> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        if (_tools is not null || tools is not (ICollection<T> or IReadOnlyCollection<T>) || !CaptureNesting.TryEnter())
        {
            return;
        }

        try
        {
            var set = ToolSet.Of(tools, describe);
            _tools = set.Names.Length == 0 ? null : set;
        }
        catch (Exception e)
        {
            // A list of the user's that changes meanwhile, or has none to give.
            _tools = new([Writing.ErrorText.Unreadable(e)], []);
        }

        CaptureNesting.Leave();
    }

    private void WriteTools()
    {
        if (_tools is { } set)
        {
            _line.Texts("tools_offered"u8, set.Names);
            _line.Shared("tool_set"u8, set.Definitions);
        }
    }
}
