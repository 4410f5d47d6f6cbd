namespace AgentStepLog.Json;

/// <summary>Why a text is not taken.</summary>
internal enum JsonFault
{
    None,

    /// <summary>It is no JSON.</summary>
    Syntax,

    /// <summary>Objects and arrays stand too deep within each other.</summary>
    TooDeep,

    /// <summary>It has too many values.</summary>
    TooMany,
}
