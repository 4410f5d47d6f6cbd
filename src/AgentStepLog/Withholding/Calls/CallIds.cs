using System.Collections.Concurrent;

namespace AgentStepLog.Withholding;

/// <summary>Which tool a call of this run was of, since a result names the call alone and may come in a later line than it.</summary>
internal sealed class CallIds
{
    /// <summary>Calls that are remembered; after as many, the older ones are forgotten. Only calls of tools that withhold something count.</summary>
    internal const int Max = 16_384;

    private ConcurrentDictionary<string, ToolSecrets> _tools = new(StringComparer.Ordinal);
    private int _count;

    internal ToolSecrets? Find(string id) => _tools.GetValueOrDefault(id);

    /// <summary>Two calls of one id, as agents beside each other may make them, count as calls of both tools.</summary>
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
