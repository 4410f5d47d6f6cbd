using System.Text.Json;

namespace AgentStepLog.Records;

/// <summary>The place of a top-level field in a line.</summary>
/// <param name="NameStart">The start of the name's raw bytes.</param>
/// <param name="NameLength">The length of the name's raw bytes.</param>
/// <param name="ValueStart">The start of the value, quotes included.</param>
/// <param name="ValueLength">The length of the value.</param>
/// <param name="Kind">The value's first token.</param>
/// <param name="IsEscaped">Whether the name holds escapes.</param>
internal readonly record struct LineField(int NameStart, int NameLength, int ValueStart, int ValueLength, JsonTokenType Kind, bool IsEscaped);
