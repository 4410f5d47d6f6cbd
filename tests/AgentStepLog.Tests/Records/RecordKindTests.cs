using System.Text.Json;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Records;

/// <summary>Every kind of record that is no call: its fields in the order of the format, and the step that it reads back to.</summary>
public sealed class RecordKindTests
{
    private static readonly string[] s_kinds =
        ["user_input", "plan", "decision", "callback", "skill_invocation", "permission_request", "memory_operation", "user_output", "event"];

    [Fact]
    public void Each_kind_has_its_fields_in_the_order_of_the_format()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        RecordAll(log);

        var fields = LogLines.Read(log).Skip(1).ToDictionary(LogLines.Type, line => string.Join(' ', LogLines.Names(line)[6..^2]));

        Assert.Equal(s_kinds, fields.Keys);
        Assert.Equal("prompt response", fields["user_input"]);
        Assert.Equal("facts plan input_tokens output_tokens cached_tokens reasoning_tokens", fields["plan"]);
        Assert.Equal("kind message raw response parameters tool subagent skill callback_intent", fields["decision"]);
        Assert.Equal("intent prompt target response", fields["callback"]);
        Assert.Equal("skill parameters inventory", fields["skill_invocation"]);
        Assert.Equal("tool action resource summary allowed remember_for_session", fields["permission_request"]);
        Assert.Equal("operation memory_uri scope mime_type title summary size_bytes version metadata", fields["memory_operation"]);
        Assert.Equal("role text", fields["user_output"]);
        Assert.Equal("name data", fields["event"]);
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void Each_kind_reads_back_typed_with_the_values_that_were_given()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { LlmContent = CaptureMode.Full });
        RecordAll(log);
        log.Complete();

        var file = StepLogFile.Read(log.Path!);

        Assert.Equal(log.Steps, file.Steps);
        Assert.Equal(log.Summarize(), file.Summary);
        Assert.Equal((9L, 1L, 0L), (file.Summary.Steps, file.Summary.Events, file.Summary.InputTokens));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.DoesNotContain(file.Steps, step => step is OtherStep);
        Assert.All(file.Steps, step => Assert.Equal(step.Type, string.Concat(step.Kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")), ignoreCase: true));

        T Single<T>() => Assert.Single(file.Steps.OfType<T>());
        Assert.Equal(("Where to?", "Taghazout"), (Single<UserInputStep>().Prompt, Single<UserInputStep>().Response));
        var plan = Single<PlanStep>();
        Assert.Equal(("\"north swell\"", "[\"look\",\"surf\"]", 5L, 4L, 3L, 2L), (plan.Facts.ToString(), plan.Plan.ToString(), plan.InputTokens, plan.OutputTokens, plan.CachedTokens, plan.ReasoningTokens));
        var decision = Single<DecisionStep>();
        Assert.Equal(("tool", "look first", "get_weather", "scout", "maps", "confirm"), (decision.Decision, decision.Message, decision.Tool, decision.Subagent, decision.Skill, decision.CallbackIntent));
        Assert.Equal(("\"I would look.\"", "{\"do\":\"look\"}", "{\"$spot\":1}"), (decision.Raw.ToString(), decision.Response.ToString(), decision.Parameters.ToString()));
        var callback = Single<CallbackStep>();
        Assert.Equal(("clarify", "Which day?", "user", "\"today\""), (callback.Intent, callback.Prompt, callback.Target, callback.Response.ToString()));
        var skill = Single<SkillInvocationStep>();
        Assert.Equal(("maps", "{\"zoom\":3}"), (skill.Skill, skill.Parameters.ToString()));
        Assert.Equal(["SKILL.md", "maps.py"], skill.Inventory);
        var asked = Single<PermissionRequestStep>();
        Assert.Equal(("book", "pay", "card", "20 euros", true, false), (asked.Tool, asked.Action, asked.Resource, asked.Summary, asked.Allowed, asked.RememberForSession));
        var memory = Single<MemoryOperationStep>();
        Assert.Equal(("write", "mem://spots/1", "user", "text/plain", "Spots", "a list", 12L, "3"), (memory.Operation, memory.MemoryUri, memory.Scope, memory.MimeType, memory.Title, memory.Summary, memory.SizeBytes, memory.Version));
        Assert.Equal([new("$k", "w"), new("k", "v")], memory.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        Assert.Equal(("assistant", "Go north."), (Single<UserOutputStep>().Role, Single<UserOutputStep>().Text));
    }

    [Fact]
    public void What_is_unknown_is_absent()
    {
        using var log = StepLog.InMemory();
        log.UserInput("hello");
        log.Plan(JsonText.Of("surf"));
        log.Decision("answer");
        log.Callback("clarify");
        log.Skill("maps");
        log.Permission(null, action: "pay");
        log.Memory("read");
        log.UserOutput("hi");
        log.Event("done");

        Assert.Equal(
            ["response", "plan", "kind", "intent", "skill", "action", "operation", "text", "name"],
            LogLines.Read(log).Skip(1).Select(line => string.Join(' ', LogLines.Names(line)[6..^2])));
        Assert.Null(log.Steps.OfType<PermissionRequestStep>().Single().Allowed);
    }

    [Theory]
    [InlineData(CaptureMode.None, null)]
    [InlineData(CaptureMode.Hash, "$hash")]
    public void What_a_model_said_is_recorded_as_LlmContent_says(CaptureMode mode, string? key)
    {
        using var log = StepLog.InMemory(new() { LlmContent = mode });
        log.Decision("answer", raw: JsonText.Of("the model's own words"));

        var line = LogLines.Single(log, "decision");
        Assert.Equal(key, line.TryGetProperty("raw", out var raw) ? LogLines.Names(raw)[0] : null);
        Assert.DoesNotContain("own words", line.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_values_of_any_kind_go_to_blobs_and_come_back()
    {
        using var log = StepLog.InMemory();
        var large = new string('x', 40_000);
        log.UserInput(large, large);
        log.Plan(JsonText.Of(large), JsonText.Array(JsonText.Of(large)));
        log.Skill("maps", inventory: Enumerable.Repeat(large, 3));

        LogLines.AssertSound(log.ToArray());
        Assert.Equal((large, large), (log.Steps.OfType<UserInputStep>().Single().Prompt, log.Steps.OfType<UserInputStep>().Single().Response));
        Assert.Equal(JsonText.Of(large), log.Steps.OfType<PlanStep>().Single().Plan);
        Assert.Equal(3, log.Steps.OfType<SkillInvocationStep>().Single().Inventory.Count);
        Assert.True(log.Health.Blobs > 0);
    }

    [Fact]
    public void After_the_end_each_counts_as_late_and_disturbs_nobody()
    {
        var log = StepLog.InMemory();
        log.Complete();
        RecordAll(log);

        Assert.Equal(s_kinds.Length, log.Health.Late);
        Assert.Equal(2, log.Health.Steps);
    }

    [Fact]
    public void A_value_that_fails_while_it_is_read_is_a_loss_and_no_exception()
    {
        using var log = StepLog.InMemory();
        log.Skill("maps", inventory: Enumerable.Range(0, 3).Select(i => i < 2 ? "a" : throw new InvalidOperationException()));
        log.Event("after");

        Assert.Equal(1, log.Health.Lost);
        Assert.Equal(1, LogLines.Single(log, "gap").GetProperty("lost").GetInt64());
    }

    [Fact]
    public void Names_that_name_nothing_are_refused_with_what_to_do()
    {
        using var log = StepLog.InMemory();

        Assert.Equal("The tool of log.ToolCall cannot be empty: name it as the model knows it, such as \"get_weather\". (Parameter 'tool')", Refused(() => log.ToolCall("")));
        Assert.StartsWith("The model of log.LlmCall cannot be empty: name it as the provider does, or leave it null", Refused(() => log.LlmCall(" ")), StringComparison.Ordinal);
        Assert.StartsWith("The provider of log.LlmCall", Refused(() => log.LlmCall("m", "")), StringComparison.Ordinal);
        Assert.StartsWith("The agent of log.AgentCall", Refused(() => log.AgentCall("")), StringComparison.Ordinal);
        Assert.StartsWith("The name of log.Event", Refused(() => log.Event("")), StringComparison.Ordinal);
        Assert.StartsWith("The plan of log.Plan", Refused(() => log.Plan(default)), StringComparison.Ordinal);
        Assert.StartsWith("The kind of log.Decision", Refused(() => log.Decision("\t")), StringComparison.Ordinal);
        Assert.StartsWith("The intent of log.Callback", Refused(() => log.Callback("")), StringComparison.Ordinal);
        Assert.StartsWith("The skill of log.Skill", Refused(() => log.Skill("")), StringComparison.Ordinal);
        Assert.StartsWith("log.UserInput needs", Refused(() => log.UserInput(null)), StringComparison.Ordinal);
        Assert.StartsWith("log.Permission needs what was asked for", Refused(() => log.Permission(true)), StringComparison.Ordinal);
        Assert.StartsWith("The operation of log.Memory", Refused(() => log.Memory("")), StringComparison.Ordinal);
        Assert.StartsWith("The size of log.Memory", Refused(() => log.Memory("read", sizeBytes: -1)), StringComparison.Ordinal);
        Assert.Equal(1, log.Health.Steps);
    }

    [Fact]
    public void An_option_that_is_wrong_is_named_by_its_name()
    {
        Assert.EndsWith("(Parameter 'Directory')", Refused(() => new StepLogOptions { Directory = " " }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'RunId')", Refused(() => new StepLogOptions { RunId = "A" }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'ParentRunId')", Refused(() => new StepLogOptions { ParentRunId = "../x" }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'Metadata')", Refused(() => new StepLogOptions { Metadata = null! }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'Ids')", Refused(() => new StepLogOptions { Ids = null! }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'TimeProvider')", Refused(() => new StepLogOptions { TimeProvider = null! }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'Except')", Refused(() => new WithholdingOptions { Except = null! }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'Except')", Refused(() => new WithholdingOptions { Except = ["x"] }), StringComparison.Ordinal);
        Assert.EndsWith("(Parameter 'Shapes')", Refused(() => new WithholdingOptions { Shapes = null! }), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_other_writers_come_back_typed_too()
    {
        var log = new HandWrittenLog().Header()
            .Line("memory_operation", "\"operation\":\"read\",\"version\":3,\"metadata\":{\"n\":1}")
            .Line("recovery", "\"offset\":120,\"length\":7,\"sha256\":\"" + new string('a', 64) + "\"")
            .Line("checkpoint", "\"size\":3,\"root\":\"cm9vdA==\",\"note\":\"origin\\n3\\n\"")
            .Line("user_output", "\"role\":\"assistant\"").End();

        var steps = StepLogFile.Parse(log.ToArray()).Steps;

        Assert.Equal("3", Assert.IsType<MemoryOperationStep>(steps[1]).Version);
        Assert.Equal("1", Assert.IsType<MemoryOperationStep>(steps[1]).Metadata["n"]);
        Assert.Equal((120L, 7L), (Assert.IsType<RecoveryStep>(steps[2]).Offset, Assert.IsType<RecoveryStep>(steps[2]).Length));
        Assert.Equal(("checkpoint", StepKind.Other), (steps[3].Type, Assert.IsType<OtherStep>(steps[3]).Kind)); // a type that the format reserves
        Assert.IsType<OtherStep>(steps[4]);
    }

    internal static void RecordAll(StepLog log)
    {
        log.UserInput("Taghazout", prompt: "Where to?");
        log.Plan(JsonText.Array(JsonText.Of("look"), JsonText.Of("surf")), JsonText.Of("north swell"), new() { InputTokens = 5, OutputTokens = 4, CachedTokens = 3, ReasoningTokens = 2 });
        log.Decision("tool", "look first", JsonText.Of("I would look."), JsonText.Object(("do", JsonText.Of("look"))), JsonText.Object(("$spot", JsonText.Of(1L))), "get_weather", "scout", "maps", "confirm");
        log.Callback("clarify", "Which day?", "user", JsonText.Of("today"));
        log.Skill("maps", JsonText.Object(("zoom", JsonText.Of(3L))), ["SKILL.md", "maps.py"]);
        log.Permission(true, "book", "pay", "card", "20 euros", rememberForSession: false);
        log.Memory("write", "mem://spots/1", "user", "text/plain", "Spots", "a list", 12, "3", new Dictionary<string, string> { ["k"] = "v", ["$k"] = "w" });
        log.UserOutput("Go north.", "assistant");
        log.Event("done", JsonText.Object(("n", JsonText.Of(1L))));
    }

    private static string Refused(Func<object?> call) => Assert.ThrowsAny<ArgumentException>(call).Message;

    private static string Refused(Action call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
