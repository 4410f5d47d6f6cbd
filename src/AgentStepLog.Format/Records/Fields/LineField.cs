using System.Text.Json;

namespace AgentStepLog.Records;

/// <summary>Where a top-level field of a line stands.</summary>
/// <param name="NameStart">Start of the name's raw bytes.</param>
/// <param name="NameLength">Their length.</param>
/// <param name="ValueStart">Start of the value, quotes included.</param>
/// <param name="ValueLength">Its length.</param>
/// <param name="Kind">Its first token.</param>
/// <param name="IsEscaped">Whether the name holds escapes.</param>
internal readonly record struct LineField(int NameStart, int NameLength, int ValueStart, int ValueLength, JsonTokenType Kind, bool IsEscaped);
