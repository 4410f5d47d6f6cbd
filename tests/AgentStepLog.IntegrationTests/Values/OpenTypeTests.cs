using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Values;

/// <summary>Values behind a type parameter or <c>object</c>, written by the type that they turn out to have.</summary>
public sealed class OpenTypeTests
{
    [AgentTool]
    internal static T Echo<T>(T value) => value;

    [AgentTool]
    internal static object? Untyped(object? value) => value;

    [AgentTool]
    internal static JsonText? Text(JsonText value) => value.IsAbsent ? null : value;

    [AgentTool]
    internal static void Reached(Reached value)
    {
    }

    [Fact]
    public void Type_given_at_a_call_is_written_by_its_members()
    {
        using var log = StepLog.InMemory();

        Echo(new Given("a", Mood.Wild, "key"));
        Echo(new List<Given> { new("b", Mood.Calm, "key") });
        Echo(new Dictionary<Mood, Given[]> { [Mood.Calm] = [new("c", Mood.Calm, "key")] });
        Echo<Mood?>(Mood.Wild);
        "word".Pass(new GivenToExtension(1));

        Assert.Equal(
            [
                """{"value":{"name":"a","mood":"very wild","key":"[redacted:sensitive]"}}""",
                """{"value":[{"name":"b","mood":"Calm","key":"[redacted:sensitive]"}]}""",
                """{"value":{"Calm":[{"name":"c","mood":"Calm","key":"[redacted:sensitive]"}]}}""",
                """{"value":"very wild"}""",
                """{"text":"word","value":{"number":1}}""",
            ],
            log.Steps.OfType<ToolCallStep>().Select(s => s.InputJson.ToString()));
        Assert.Equal(["/input/value/key", "/output/key"], log.Steps.OfType<ToolCallStep>().First().Withheld.Select(r => r.At));
    }

    [Fact]
    public void JSON_is_written_as_JSON_whatever_it_is_declared_as()
    {
        const string Json = """{"b":[1.50,{"$c":null}],"a":"x"}""";
        using var log = StepLog.InMemory();
        using var document = JsonDocument.Parse(Json);
        object[] forms = [JsonText.Parse(Json), document, document.RootElement, JsonNode.Parse(Json)!];
        foreach (var form in forms)
        {
            Untyped(form);
            Untyped(new[] { form });
            Echo(form);
        }

        Echo(JsonText.Parse(Json));
        Echo(document.RootElement);
        Echo(JsonNode.Parse(Json)!.AsObject());
        Text(JsonText.Parse(Json));
        Text(default);
        Untyped(default(JsonText));

        var one = JsonText.Object(("value", JsonText.Parse(Json)));
        var calls = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(forms.Length * 3 + 6, calls.Count);
        Assert.All(calls.Where((_, i) => i < 12 ? i % 3 != 1 : i < 16), call => Assert.Equal((one, JsonText.Parse(Json)), (call.InputJson, call.OutputJson)));
        Assert.All(calls.Where((_, i) => i < 12 && i % 3 == 1), call => Assert.Equal(JsonText.Object(("value", JsonText.Array(JsonText.Parse(Json)))), call.InputJson));
        Assert.All(calls.Skip(16), call => Assert.Equal((JsonText.Object(("value", JsonText.Null)), JsonText.Null), (call.InputJson, call.OutputJson)));
    }

    [Fact]
    public async Task A_model_sends_and_reads_any_JSON_as_such()
    {
        const string Json = """{"b":[1.50,{"$c":null}],"a":"x"}""";
        using var log = StepLog.InMemory();
        var tools = this.AgentTools();
        foreach (var name in new[] { "Text", "Untyped" })
        {
            Assert.Equal(Json, (await tools.InvokeAsync(name, $$"""{"value":{{Json}}}""", cancellationToken: TestContext.Current.CancellationToken)).Content);
            Assert.Equal(JsonText.Parse(Json), log.Steps.OfType<ToolCallStep>().Last().OutputJson);
        }

        Assert.Equal("""{"type":"object","properties":{"value":true},"required":["value"]}""", tools["Text"].Schema);
    }

    [Fact]
    public void Object_of_a_type_that_some_recorded_method_takes_is_written_by_its_members()
    {
        using var log = StepLog.InMemory();

        Reached(new Reached(1));
        Untyped(new object[] { new Reached(2), (3, "x"), new HashSet<int> { 4 } });

        Assert.Equal("""{"value":[{"number":2},{"item1":3,"item2":"x"},[4]]}""", log.Steps.OfType<ToolCallStep>().Last().InputJson.ToString());
    }

    [Fact]
    public void Type_that_no_signature_and_no_call_names_leaves_its_mark()
    {
        using var log = StepLog.InMemory();

        Untyped(new Unreached(1));
        Forward(new Unreached(2));
        Echo(new { A = 1 });
        Echo(new[] { new KeyValuePair<int, object?>(1, new { A = 1 }) });

        Assert.All(log.Steps.OfType<ToolCallStep>().Take(2), s => Assert.Equal(
            """{"value":"[not recorded:AgentStepLog.IntegrationTests.Values.Unreached]"}""", s.InputJson.ToString()));

        static void Forward<T>(T value) => Echo(value);
    }

    [Fact]
    public void Everything_that_is_one_value_and_collections_of_these_need_no_signature()
    {
        using var log = StepLog.InMemory();
        var at = new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);

        Echo((nint)(-1));
        Echo((nuint)2);
        Echo(at);
        Echo(new Dictionary<DateTime, bool> { [at] = true });
        Echo(new Dictionary<bool, HashSet<long>> { [true] = [1] });
        Echo((A: 1, B: "b"));
        Echo(Tuple.Create(1));

        Assert.Equal(
            ["-1", "2", "\"2026-11-21T09:00:00Z\"", """{"2026-11-21T09:00:00.0000000Z":true}""", """{"true":[1]}""", """{"item1":1,"item2":"b"}""", """{"item1":1}"""],
            log.Steps.OfType<ToolCallStep>().Select(s => s.OutputJson.ToString()));
    }
}
