using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>A value of a JSON text.</summary>
/// <param name="Kind">What it begins with.</param>
/// <param name="Start">Where it begins, a string with its quote.</param>
/// <param name="End">Where it ends.</param>
/// <param name="NameStart">Of a member, where its name begins, after the quote; else 0.</param>
/// <param name="NameEnd">Where that ends.</param>
/// <param name="Next">The first value that is not within it.</param>
internal readonly record struct JsonPlace(JsonTokenType Kind, int Start, int End, int NameStart, int NameEnd, int Next)
{
    internal bool IsObject => Kind == JsonTokenType.StartObject;

    internal bool IsArray => Kind == JsonTokenType.StartArray;

    internal bool IsString => Kind == JsonTokenType.String;
}
