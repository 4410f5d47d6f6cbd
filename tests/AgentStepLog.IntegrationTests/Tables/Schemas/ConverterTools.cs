using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>Tools whose types have converters, which a context knows.</summary>
public static class ConverterTools
{
    [AgentTool] public static Money Double(Money a, List<Money> more, Money? none = null) => a with { Cents = (a.Cents * 2) + more.Sum(static m => m.Cents) + (none?.Cents ?? 0) };

    [AgentTool] public static Basket Fill(Basket a) => a;
}

[JsonConverter(typeof(MoneyConverter))]
public sealed record Money(long Cents);

public sealed class Basket
{
    public Money Price { get; set; } = new(0);

    [JsonConverter(typeof(WordsConverter))] public string[] Words { get; set; } = [];
}

[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Basket))]
internal sealed partial class ConverterContext : JsonSerializerContext;

public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "mistake" => new(((string?)null)!.Length),
            "key" => new(new Dictionary<string, int>()["code"]),
            "own" => throw new KeyNotFoundException("no such money"),
            var text => new((long)(decimal.Parse(text!.TrimEnd('€'), CultureInfo.InvariantCulture) * 100)),
        };

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Cents / 100m:0.00}€"));
}

public sealed class WordsConverter : JsonConverter<string[]>
{
    public override string[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.Split(' ');

    public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ["fail"]: throw new InvalidOperationException("the words are lost");
            case ["nothing"]: break;
            case ["half"]: writer.WriteStartArray(); break;
            default: writer.WriteStringValue(string.Join(' ', value)); break;
        }
    }
}
