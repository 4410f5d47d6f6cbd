using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>A value of a JSON text.</summary>
/// <param name="Kind">The token type that it begins with.</param>
/// <param name="Start">The offset of its first byte; of a string, the opening quote.</param>
/// <param name="End">The offset after its last byte.</param>
/// <param name="NameStart">The offset of its name, after the opening quote; 0 if the value is no member of an object.</param>
/// <param name="NameEnd">The offset of the closing quote of its name.</param>
/// <param name="Next">The index of the next value outside of this one.</param>
internal readonly record struct JsonPlace(JsonTokenType Kind, int Start, int End, int NameStart, int NameEnd, int Next)
{
    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    internal bool IsString => Kind == JsonTokenType.String;
}
