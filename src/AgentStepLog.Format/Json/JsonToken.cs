using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>A value of a JSON text, or the name of a member: its place and its type. A name's token comes before that of its value.</summary>
internal struct JsonToken
{
    /// <summary>The place of the first byte; for a string, of the first byte behind the quote.</summary>
    public int Start;

    /// <summary>The length in bytes, without a string's quotes.</summary>
    public int Length;

    /// <summary>The index of the first token behind the value and its content. While the value is open: the index of the enclosing value.</summary>
    public int Next;

    /// <summary>How many items or members the value has.</summary>
    public int Count;

    public JsonValueKind Kind;

    /// <summary>Whether a string holds escapes.</summary>
    public bool IsEscaped;
}
