using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

public enum Sign
{
    [JsonStringEnumMemberName(PunctuationTools.Text)]
    Odd,
    Plain,
}

/// <summary>One text in every place of which a model is told.</summary>
public sealed class PunctuationTools
{
    /// <summary>All that an encoder for HTML, or for ASCII, would escape.</summary>
    public const string Text = "l'été à \"Agadir\" <b> & + ` = 日本 😀 \\d/";

    [AgentTool(Description = Text)]
    [return: Description(Text)]
    public string Default([Description(Text)] string text = Text) => text;

    [AgentTool]
    public string Choice([AllowedValues(Text, "x")] string allowed, [DeniedValues(Text)] string denied) => allowed + denied;

    [AgentTool]
    public Sign Name(Sign sign, [AllowedValues(Sign.Odd)] Sign one = Sign.Odd) => sign == one ? one : sign;

    [AgentTool]
    public PunctuatedBase Kind(PunctuatedBase value) => value;

    [AgentTool]
    public string Pattern([RegularExpression("l'été <b> & \\+ 😀")] string text) => text;

    [AgentTool]
    public Dictionary<string, JsonElement> Values(Dictionary<string, JsonElement> value) => value;

    [AgentTool]
    public string Fails(string text) => throw new InvalidOperationException(text);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind'<é>")]
[JsonDerivedType(typeof(Punctuated), PunctuationTools.Text)]
public abstract record PunctuatedBase;

[DisplayName(PunctuationTools.Text)]
public sealed record Punctuated([property: JsonPropertyName("a'<é>+😀"), Description(PunctuationTools.Text)] string Value = PunctuationTools.Text) : PunctuatedBase;
