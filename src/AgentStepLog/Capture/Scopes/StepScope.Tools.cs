using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope for the tools that a call offers to its model.</summary>
public sealed partial class StepScope
{
    private ToolSet? _tools;

    /// <summary>Records the tools that the call offers to its model, as they are now. A lazy sequence is not enumerated. Only the first list is read.</summary>
    /// <param name="source">The argument that contains them.</param>
    /// <param name="get">Reads them from the argument; null or empty for none.</param>
    /// <param name="describe">Reads one tool.</param>
    public void Offered<TSource, TTool>(TSource source, Func<TSource, IEnumerable<TTool>?> get, Func<TTool, OfferedTool> describe)
    {
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(describe);
        if (_tools is not null || !CaptureNesting.TryEnter())
        {
            return;
        }

        try
        {
            var tools = get(source);
            var set = tools is ICollection<TTool> or IReadOnlyCollection<TTool> ? ToolSet.Of(tools, describe) : null;
            _tools = set is { Names.Length: > 0 } ? set : null;
        }
        catch (Exception e)
        {
            // A list of the user's may change while it is read, or throw.
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
