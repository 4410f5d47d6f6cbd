namespace AgentStepLog.Json;

/// <summary>Why a text is refused.</summary>
internal enum JsonFault
{
    None,

    /// <summary>The text is no JSON.</summary>
    Syntax,

    /// <summary>Objects and arrays are nested too deep.</summary>
    TooDeep,

    /// <summary>The text has too many values.</summary>
    TooMany,
}
