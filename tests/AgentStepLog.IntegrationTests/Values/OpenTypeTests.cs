namespace AgentStepLog.IntegrationTests.Values;

/// <summary>Values behind a type parameter or <c>object</c>, written by the type that they turn out to have.</summary>
public sealed class OpenTypeTests
{
    [AgentTool]
    internal static T Echo<T>(T value) => value;

    [AgentTool]
    internal static object? Untyped(object? value) => value;

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
        Assert.Equal(["/input/value/key", "/output/key"], log.Steps.OfType<ToolCallStep>().First().Redacted.Select(r => r.At));
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
