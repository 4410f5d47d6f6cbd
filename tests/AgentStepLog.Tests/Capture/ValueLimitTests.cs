using AgentStepLog.Writing;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace AgentStepLog.Tests.Capture;

/// <summary>What takes more bytes than a value may leaves a mark with its length, whatever it is and wherever it stands.</summary>
public sealed partial class ValueLimitTests
{
    private const int Limit = 4096;

    private static readonly string s_control = new('\u0001', 1000); // 6,000 bytes as written
    private static readonly string s_long = new('x', Limit);

    public static TheoryData<string, Action<CaptureWriter>, string> Values { get; } = new()
    {
        { "text", static w => w.Value(s_long), "\"[too large:4096]\"" },
        { "text that grows as it is escaped", static w => w.Value(s_control), "\"[too large:1000]\"" },
        { "text of pairs", static w => w.Value(string.Concat(Enumerable.Repeat("😀", 400))), "\"[too large:800]\"" },
        { "enum's name", static w => w.EnumName(s_long), "\"[too large:4096]\"" },
        { "address", static w => w.Value(new Uri("https://a/" + s_long)), "\"[too large:4106]\"" },
        { "bytes", static w => w.Value(new byte[Limit]), "\"[too large:4096]\"" },
        { "memory", static w => w.Value(new byte[3080].AsMemory()), "\"[too large:3080]\"" },
        { "element", static w => w.Value(Element($"\"{s_long}\"")), "\"[too large:4098]\"" },
        { "element that grows as it is escaped", static w => w.Value(Element($"[\"{new string('+', 1000)}\"]")), "\"[too large:1004]\"" },
        { "element of many", static w => w.Value(Element($"[{string.Join(',', Enumerable.Repeat("1", 3000))}]")), "\"[too large:6001]\"" },
        { "document", static w => w.Value(JsonDocument.Parse($"\"{s_long}\"")), "\"[too large:4098]\"" },
        { "node that is a text", static w => w.Value(JsonValue.Create(s_long)), "\"[too large:4096]\"" },
        { "node of an element", static w => w.Value(JsonNode.Parse($"\"{s_long}\"")), "\"[too large:4098]\"" },
        { "node", static w => w.Value(new JsonObject { ["a"] = s_long + s_long }), "\"[too large]\"" },
        { "node of many", static w => w.Value(JsonNode.Parse($"[{string.Join(',', Enumerable.Repeat("1", 3000))}]")), "\"[too large]\"" },
        { "node that is escaped", static w => w.Value(new JsonArray(s_control)), "\"[too large]\"" },
        { "JSON text", static w => w.Value(JsonText.Of(s_long)), "\"[too large:4098]\"" },
        { "JSON text that grows as its keys are doubled", static w => w.Value(JsonText.Parse($"{{\"$\":\"{new string('x', Limit - 8)}\"}}")), "\"[too large:4096]\"" },
        { "converter", static w => w.Converted(s_long + s_long, Context.Default), "\"[too large]\"" },
        { "own converter", static w => w.Converted(1, Context.Default, new Long()), "\"[too large]\"" },
        { "list", static w => w.List(Enumerable.Repeat(1, 3000).ToList(), static (x, i) => x.Value(i)), $"[{string.Join(',', Enumerable.Repeat("1", 2048))},\"[too large]\"]" },
        { "list of texts", static w => w.List(["a", s_long, "b"], static (x, i) => x.Value(i)), "[\"a\",\"[too large:4096]\",\"b\"]" },
        { "object", static w => w.Any(new Dictionary<string, object?> { ["a"] = s_long, ["b"] = 1 }), "{\"a\":\"[too large:4096]\",\"b\":1}" },
        { "keys", static w => w.Any(new Dictionary<string, object?> { [s_long] = 1, [s_long[1..] + "y"] = 2, ["b"] = 3 }), "{\"[too large:4096]\":1,\"[too large:4096]#2\":2,\"b\":3}" },
        { "items of unknown type", static w => w.Any(ImmutableArray.Create<object?>(s_control, 1)), "[\"[too large:1000]\",1]" },
        { "withheld", static w => w.Withhold("pin", s_long, static v => v), "\"[redacted:pin]\"" },
        { "what just fits", static w => w.Value(new string('x', Limit - 2)), $"\"{new string('x', Limit - 2)}\"" },
    };

    public static TheoryData<string, Action<CaptureWriter>, string> SmallLimit { get; } = new()
    {
        { "node", static w => w.Value(new JsonObject { ["a"] = new string('x', 900) }), $"{{\"a\":\"{new string('x', 900)}\"}}" },
        { "converter", static w => w.Converted(new string('x', 900), Context.Default), $"\"{new string('x', 900)}\"" },
        { "node that just fits", static w => w.Value(new JsonArray(new string('x', 1020))), $"[\"{new string('x', 1020)}\"]" },
        { "node that does not", static w => w.Value(new JsonArray(new string('x', 1021))), "\"[too large:1025]\"" },
    };

    [Theory]
    [MemberData(nameof(SmallLimit), DisableDiscoveryEnumeration = true)]
    public void What_fits_a_small_limit_is_recorded_whatever_room_its_writer_asks_for(string what, Action<CaptureWriter> write, string expected)
    {
        using var log = StepLog.InMemory(new() { ValueLimit = 1024 });
        Calls.Value(Calls.Echo, what, (w, _) => write(w), () => what);
        Assert.Equal(expected, LogLines.Single(log, "tool_call").GetProperty("output").GetRawText());
    }

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void An_argument_and_a_result_that_are_too_large_leave_a_mark(string what, Action<CaptureWriter> write, string expected)
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        Calls.Value(Calls.Echo, what, (w, _) => write(w), () => what);
        var call = LogLines.Single(log, "tool_call");
        Assert.Equal((expected, expected), (call.GetProperty("output").GetRawText(), call.GetProperty("input").GetProperty("value").GetRawText()));
        Assert.Equal(JsonValueKind.Null, call.GetProperty("error").ValueKind);
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void Each_argument_has_the_limit_for_itself()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        var text = new string('x', 3000);
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        scope.Input(text, static (w, t) =>
        {
            w.Property("first");
            w.Value(t);
            w.Property("second");
            w.Value(t);
            w.Property("third");
            w.Value(t + t);
        });
        scope.EndVoid();
        var input = LogLines.Single(log, "tool_call").GetProperty("input");
        Assert.Equal((text, text, "[too large:6000]"), (input.GetProperty("first").GetString(), input.GetProperty("second").GetString(), input.GetProperty("third").GetString()));
    }

    [Fact]
    public void A_node_that_is_nested_deeper_than_its_text_may_be_ends_no_process()
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < 20_000; i++)
        {
            node = new JsonArray(node);
        }

        using var log = StepLog.InMemory();
        Calls.Value(Calls.Echo, node, static (w, v) => w.Value(v), () => node);
        Assert.Equal("[depth]", LogLines.Single(log, "tool_call").GetProperty("output").GetString());
    }

    [Fact]
    public void What_is_recorded_by_hand_leaves_a_mark()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit, KeepSteps = 100 });
        var json = JsonText.Of(s_long);
        log.Record(new EventStep { Name = s_long, Data = json });
        log.Record(new PlanStep { Plan = json, Facts = json });
        log.Record(new DecisionStep { Decision = s_long, Message = s_control, Raw = default, Response = json, Parameters = json, Tool = s_long });
        log.Record(new CallbackStep { Intent = s_long, Prompt = s_long, Target = s_long, Response = json });
        log.Record(new SkillInvocationStep { Skill = s_long, Parameters = json, Inventory = ["a", s_long, .. Enumerable.Repeat("bcd", 2000)] });
        log.Record(new UserInputStep { Response = s_long, Prompt = s_long });
        log.Record(new UserOutputStep { Text = s_long, Role = s_long });
        log.Record(new PermissionRequestStep { Allowed = true, Tool = s_long, Action = s_long, Resource = s_long, Summary = s_long });
        log.Record(new MemoryOperationStep { Operation = s_long, MemoryUri = s_long, Metadata = new Dictionary<string, string> { ["a"] = s_long, [s_long] = "b", ["c"] = new('c', Limit - 45), ["d"] = new('d', 900), ["e"] = "e" } });
        using (var call = log.ToolCall(s_long, json, callId: s_long))
        {
            call.Complete(json);
        }

        using (var call = log.LlmCall(s_long, s_long, json))
        {
            call.Complete(json, new LlmUsage { StopReason = s_long, ResponseId = s_long });
        }

        log.Complete(s_long);
        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.DoesNotContain(new string('x', 100), text, StringComparison.Ordinal);
        var lines = LogLines.Read(log);
        Assert.All(lines.Skip(1), static line => Assert.Contains("[too large", line.GetRawText(), StringComparison.Ordinal));
        Assert.Equal("[too large:4098]", lines[^1].GetProperty("answer").GetString());
        Assert.Equal("[too large:4096]", lines[1].GetProperty("name").GetString());
        Assert.EndsWith("\"bcd\",\"[too large:3]\",\"[too large]\"]", lines[5].GetProperty("inventory").GetRawText(), StringComparison.Ordinal);
        Assert.EndsWith(",\"[too large]\":\"[too large]\"}", lines[9].GetProperty("metadata").GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0L, Verdict.SelfConsistent), (log.Health.Lost, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict));
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void What_the_header_says_of_a_run_leaves_a_mark()
    {
        using var log = StepLog.InMemory(new()
        {
            ValueLimit = Limit, Agent = s_long, AgentVersion = s_long, Task = s_control, Environment = s_long, SessionId = s_long, UserId = s_long,
            Metadata = new Dictionary<string, string> { [s_long] = s_long },
        });
        var header = LogLines.Read(log)[0];
        Assert.Equal("[too large:1000]", header.GetProperty("task").GetString());
        Assert.Equal("{\"[too large:4096]\":\"[too large:4096]\"}", header.GetProperty("metadata").GetRawText());
        Assert.DoesNotContain("xxxx", header.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_is_too_large_is_recorded_by_its_beginning_and_its_length()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = 16 * 1024 });
        var message = new string('m', 20_000);
        Assert.Throws<InvalidOperationException>(() => Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => throw new InvalidOperationException(message)));
        log.Fail(new InvalidOperationException(message));
        foreach (var line in LogLines.Read(log).Skip(1))
        {
            var error = line.GetProperty("error").GetString()!;
            Assert.EndsWith("mmm [too large:20000]", error, StringComparison.Ordinal);
            Assert.InRange(error.Length, 4000, 4096);
            Assert.False(line.TryGetProperty("error_blob", out _));
        }
    }

    [Fact]
    public void Notes_are_one_value_and_a_thousand_at_most()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () =>
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                StepLog.Note("0123456789");
            }

            return 1;
        });
        var notes = LogLines.Single(log, "tool_call").GetProperty("notes").EnumerateArray().Select(n => n.GetString()).ToList();
        Assert.Equal((Limit / 13 + 1, "[too large]"), (notes.Count, notes[^1]));
    }

    [Fact]
    public void A_call_keeps_a_thousand_notes_and_tells_how_many_more_there_were()
    {
        using var log = StepLog.InMemory();
        Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () =>
        {
            for (var i = 0; i < 1_003; i++)
            {
                StepLog.Note("n");
            }

            return 1;
        });
        var notes = LogLines.Single(log, "tool_call").GetProperty("notes");
        Assert.Equal((StepNotes.Max + 1, "and 3 more notes: 1000 of one call are kept"), (notes.GetArrayLength(), notes[StepNotes.Max].GetString()));
    }

    [Fact]
    public void A_stream_has_the_limit_for_all_its_items()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        var writer = new CaptureWriter { Limit = Limit };
        for (var i = 0; i < 3; i++)
        {
            writer.BeginItem(i == 0);
            writer.Value(new string('x', 3000));
        }

        writer.EndItems(false);
        Assert.Equal($"[\"{new string('x', 3000)}\",\"[too large:3000]\",\"[too large:3000]\"]", Encoding.UTF8.GetString(writer.Slice(0)));
    }

    [Fact]
    public async Task What_a_model_sends_leaves_a_mark_and_is_refused_as_ever()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        var tools = new ToolTable(ToolFunctions.Create(RecordedMethod.Tool("T.Say", "Say"), "Says.", "{\"type\":\"object\"}", static (arguments, _, _) =>
        {
            arguments.Required("text", static v => v.String());
            arguments.Check();
            return new(ToolOutput.Void);
        }));
        await tools.InvokeAsync(s_long, "{}", new() { CallId = s_long }, TestContext.Current.CancellationToken);
        await tools.InvokeAsync("Say", $"{{\"{s_long}\":1,\"{s_long[1..]}y\":\"{s_long}\"}}", cancellationToken: TestContext.Current.CancellationToken);
        await tools.InvokeAsync("Say", $"\"{s_long}\"", cancellationToken: TestContext.Current.CancellationToken);
        var calls = LogLines.OfType(log, "tool_call");
        Assert.Equal(("[too large:4096]", "[too large:4096]"), (calls[0].GetProperty("tool").GetString(), calls[0].GetProperty("call_id").GetString()));
        Assert.Equal("{\"[too large:4096]\":1,\"[too large:4096]#2\":\"[too large:4098]\"}", calls[1].GetProperty("input").GetRawText());
        Assert.Equal("{\"arguments\":\"[too large:4098]\"}", calls[2].GetProperty("input").GetRawText());
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void A_model_is_given_all_of_a_result_whatever_the_log_keeps()
    {
        using var log = StepLog.InMemory(new() { ValueLimit = Limit });
        Assert.Equal($"[\"{s_long}\"]", ToolOutput.Json((string[])[s_long], static (w, v) => w.List(v, static (x, i) => x.Value(i))).Content);
    }

    [Theory]
    [InlineData(1023)]
    [InlineData((1 << 30) + 1)]
    public void A_limit_out_of_range_is_refused(int limit) => Assert.Throws<ArgumentOutOfRangeException>(() => StepLog.InMemory(new() { ValueLimit = limit }));

    // Just more than what fits as it is escaped, and very much more. Three buffers of the limit's size are made on the way: one that grows, and what it grew from.
    [Theory]
    [InlineData(2_800_000)]
    [InlineData(16_000_000)]
    [InlineData(100_000_000)]
    public void Memory_follows_the_limit_and_not_the_value(int length)
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path);
        var text = new string('\u0001', length);
        Calls.Say("warm");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Same(text, Calls.Say(text));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, 6L * LineLimits.DefaultValueLimit);
        Assert.Equal($"{{\"value\":\"[too large:{length}]\"}}", Assert.IsType<ToolCallStep>(log.Steps[^1]).InputJson.ToString());
    }

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;

    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(int))]
    private sealed partial class Context : JsonSerializerContext;

    private sealed class Long : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => 0;

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(s_long + s_long);
    }
}
