namespace AgentStepLog;

/// <summary>What a tool does to the world outside of the process. It stands in the build's manifest.</summary>
public enum ToolEffect
{
    /// <summary>Nobody has said. The default.</summary>
    Unspecified,

    /// <summary>It reads, and changes nothing: what MCP calls <c>readOnlyHint</c>.</summary>
    ReadOnly,

    /// <summary>It adds or changes something that can be undone or repaired: MCP's <c>destructiveHint</c> is false.</summary>
    Write,

    /// <summary>It deletes, overwrites, pays, sends: what cannot be taken back. MCP's <c>destructiveHint</c> is true.</summary>
    Destructive,
}
