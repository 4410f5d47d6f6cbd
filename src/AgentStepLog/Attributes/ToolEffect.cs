namespace AgentStepLog;

/// <summary>What a tool changes outside of the process. The build's manifest contains it.</summary>
public enum ToolEffect
{
    /// <summary>The effect is not known. The default.</summary>
    Unspecified,

    /// <summary>The tool reads and changes nothing. In MCP, <c>readOnlyHint</c> is true.</summary>
    ReadOnly,

    /// <summary>The tool adds or changes something that can be undone or repaired. In MCP, <c>destructiveHint</c> is false.</summary>
    Write,

    /// <summary>The tool does something that cannot be undone: it deletes, overwrites, pays or sends. In MCP, <c>destructiveHint</c> is true.</summary>
    Destructive,
}
