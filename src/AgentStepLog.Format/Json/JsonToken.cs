using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>A value of a JSON text, or a member's name, which stands before its value: where it is, and what it is.</summary>
internal struct JsonToken
{
    /// <summary>The place of its first byte; of a string, of the first one behind the quote.</summary>
    public int Start;

    /// <summary>How many bytes it has; a string's quotes do not count.</summary>
    public int Length;

    /// <summary>The number of the first token behind it and all that is in it. While it is open: the number of the value around it.</summary>
    public int Next;

    /// <summary>How many items or members it has.</summary>
    public int Count;

    public JsonValueKind Kind;

    /// <summary>Whether a string holds escapes.</summary>
    public bool IsEscaped;
}
