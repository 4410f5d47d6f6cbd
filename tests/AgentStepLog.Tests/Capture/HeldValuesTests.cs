using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog.Capture;

namespace AgentStepLog.Tests.Capture;

/// <summary>The JSON of a library's value in the making, where the library writes a part of it elsewhere first.</summary>
public sealed class HeldValuesTests
{
    [Fact]
    public void What_a_converter_writes_with_a_writer_of_its_own_is_whole_and_what_it_writes_with_ours_is_held_back()
    {
        var options = Options();
        options.Converters.Add(new AnewConverter());
        var held = new HeldValues();

        Assert.Null(held.Write(new Whole { Ours = 7, Anew = new(1, "x", new[] { 2, 3 }) }, options.GetTypeInfo(typeof(Whole)), limit: 10_000));

        Assert.Equal("""{"Ours":0,"Anew":{"n":1,"s":"x","l":[2,3],"o":"[not recorded:System.Object]"}}""", Encoding.UTF8.GetString(held.Json));
        Assert.Equal(1, held.Count);
        Assert.Equal(7, held[0].Value);
    }

    [Fact]
    public void A_small_limit_takes_what_fits_and_refuses_what_does_not()
    {
        var options = Options();
        var held = new HeldValues();
        Assert.Null(held.Write(new string('x', 1022), options.GetTypeInfo(typeof(string)), limit: 1024));
        Assert.NotNull(held.Write(new string('x', 1023), options.GetTypeInfo(typeof(string)), limit: 1024));
        Assert.True(held.IsTooLarge);
        Assert.NotNull(held.Write(new string('x', 100_000), options.GetTypeInfo(typeof(string)), limit: 1024));
        Assert.True(held.IsTooLarge && held.Json.Length < 5_000);
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        HeldValues.AddConverters(options.Converters, new(new(options), typeof(JsonSerializer), new(static _ => null)));
        return options;
    }

    private sealed class Whole
    {
        public object? Ours { get; init; }

        public Anew? Anew { get; init; }
    }

    private sealed record Anew(object Number, object Text, object List);

    private sealed class AnewConverter : JsonConverter<Anew>
    {
        public override Anew Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Anew value, JsonSerializerOptions options)
        {
            using var buffer = new MemoryStream();
            using (var own = new Utf8JsonWriter(buffer))
            {
                own.WriteStartObject();
                own.WritePropertyName("n");
                JsonSerializer.Serialize(own, value.Number, options);
                own.WritePropertyName("s");
                JsonSerializer.Serialize(own, value.Text, options);
                own.WritePropertyName("l");
                JsonSerializer.Serialize(own, value.List, options);
                own.WritePropertyName("o");
                JsonSerializer.Serialize(own, new object(), options);
                own.WriteEndObject();
            }

            writer.WriteRawValue(buffer.ToArray());
        }
    }
}
