using System.Collections.Concurrent;

namespace AgentStepLog.Withholding;

/// <summary>Remembers the tool of each call of this run, because a result names only the call, and may come in a later line.</summary>
internal sealed class CallIds
{
    /// <summary>The most calls that are remembered. Beyond it, the older ones are forgotten. Only calls of tools that withhold something count.</summary>
    internal const int Max = 16_384;

    private ConcurrentDictionary<string, ToolSecrets> _tools = new(StringComparer.Ordinal);
    private int _count;

    internal ToolSecrets? Find(string id) => _tools.GetValueOrDefault(id);

    /// <summary>Adds a call. Agents that run side by side may use one id twice; such an id counts for both tools.</summary>
    internal void Add(string id, ToolSecrets tool)
    {
        if (_tools.TryAdd(id, tool))
        {
            if (Interlocked.Increment(ref _count) > Max)
            {
                (_tools, _count) = (new(StringComparer.Ordinal), 0);
            }
        }
        else if (_tools.TryGetValue(id, out var other) && !ReferenceEquals(other, tool))
        {
            _tools[id] = ToolSecrets.Of(other, tool);
        }
    }
}
