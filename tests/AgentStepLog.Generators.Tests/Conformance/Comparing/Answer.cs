using System.Text.Json;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>What came of a call: a value, or a refusal of the arguments, or a failure of the tool.</summary>
internal sealed record Answer(string Kind, string Text)
{
    public static Answer Refused { get; } = new("refused", "");

    /// <summary>Whether both say the same. Text may come as it is, or as a JSON string.</summary>
    public bool Means(Answer ours)
    {
        if (Kind != ours.Kind || Kind != "value")
        {
            return Kind == ours.Kind;
        }

        var theirs = JsonElement.Parse(Text);
        return (theirs.ValueKind == JsonValueKind.String && theirs.GetString() == ours.Text) || (TryParse(ours.Text) is { } value && JsonElement.DeepEquals(theirs, value));
    }

    public override string ToString() => Kind == "value" ? Text : Kind;

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null; // a text
        }
    }
}
