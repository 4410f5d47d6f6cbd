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
        log.Record(new UserInputStep { Response = "hello" });
        log.Record(new PlanStep { Plan = JsonText.Of("surf") });
        log.Record(new DecisionStep { Decision = "answer" });
        log.Record(new CallbackStep { Intent = "clarify" });
        log.Record(new SkillInvocationStep { Skill = "maps" });
        log.Record(new PermissionRequestStep { Allowed = null, Action = "pay" });
        log.Record(new MemoryOperationStep { Operation = "read" });
        log.Record(new UserOutputStep { Text = "hi" });
        log.Record(new EventStep { Name = "done" });

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
        log.Record(new DecisionStep { Decision = "answer", Raw = JsonText.Of("the model's own words") });

        var line = LogLines.Single(log, "decision");
        Assert.Equal(key, line.TryGetProperty("raw", out var raw) ? LogLines.Names(raw)[0] : null);
        Assert.DoesNotContain("own words", line.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_values_of_any_kind_go_to_blobs_and_come_back()
    {
        using var log = StepLog.InMemory();
        var large = new string('x', 40_000);
        log.Record(new UserInputStep { Response = large, Prompt = large });
        log.Record(new PlanStep { Plan = JsonText.Of(large), Facts = JsonText.Array(JsonText.Of(large)) });
        log.Record(new SkillInvocationStep { Skill = "maps", Inventory = [.. Enumerable.Repeat(large, 3)] });

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
    public void A_step_of_another_log_that_expands_to_more_than_may_be_read_is_a_loss_and_no_exception()
    {
        using var directory = new TempDirectory();
        using (var other = StepLog.Start(directory.Path, new() { RunId = "other" }))
        {
            other.Record(new PlanStep { Plan = JsonText.Of(new string('x', 100_000)) });
        }

        var plan = StepLogFile.Read(directory.In("other.jsonl"), options: new() { ExpansionLimit = 65_536 }).Steps.OfType<PlanStep>().Single();
        using var log = StepLog.InMemory();
        log.Record(plan);
        log.Record(new EventStep { Name = "after" });

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
        Assert.StartsWith("EventStep.Name", Refused(() => log.Record(new EventStep { Name = "" })), StringComparison.Ordinal);
        Assert.StartsWith("PlanStep.Plan", Refused(() => log.Record(new PlanStep { Plan = default })), StringComparison.Ordinal);
        Assert.StartsWith("DecisionStep.Decision", Refused(() => log.Record(new DecisionStep { Decision = "\t" })), StringComparison.Ordinal);
        Assert.StartsWith("CallbackStep.Intent", Refused(() => log.Record(new CallbackStep { Intent = "" })), StringComparison.Ordinal);
        Assert.StartsWith("SkillInvocationStep.Skill", Refused(() => log.Record(new SkillInvocationStep { Skill = "" })), StringComparison.Ordinal);
        Assert.StartsWith("A UserInputStep needs", Refused(() => log.Record(new UserInputStep { Response = null })), StringComparison.Ordinal);
        Assert.StartsWith("A PermissionRequestStep needs what was asked for", Refused(() => log.Record(new PermissionRequestStep { Allowed = true })), StringComparison.Ordinal);
        Assert.StartsWith("MemoryOperationStep.Operation", Refused(() => log.Record(new MemoryOperationStep { Operation = "" })), StringComparison.Ordinal);
        Assert.StartsWith("MemoryOperationStep.SizeBytes", Refused(() => log.Record(new MemoryOperationStep { Operation = "read", SizeBytes = -1 })), StringComparison.Ordinal);
        Assert.Equal(1, log.Health.Steps);
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
        log.Record(new UserInputStep { Response = "Taghazout", Prompt = "Where to?" });
        log.Record(new PlanStep { Plan = JsonText.Array(JsonText.Of("look"), JsonText.Of("surf")), Facts = JsonText.Of("north swell"), InputTokens = 5, OutputTokens = 4, CachedTokens = 3, ReasoningTokens = 2 });
        log.Record(new DecisionStep { Decision = "tool", Message = "look first", Raw = JsonText.Of("I would look."), Response = JsonText.Object(("do", JsonText.Of("look"))), Parameters = JsonText.Object(("$spot", JsonText.Of(1L))), Tool = "get_weather", Subagent = "scout", Skill = "maps", CallbackIntent = "confirm" });
        log.Record(new CallbackStep { Intent = "clarify", Prompt = "Which day?", Target = "user", Response = JsonText.Of("today") });
        log.Record(new SkillInvocationStep { Skill = "maps", Parameters = JsonText.Object(("zoom", JsonText.Of(3L))), Inventory = ["SKILL.md", "maps.py"] });
        log.Record(new PermissionRequestStep { Allowed = true, Tool = "book", Action = "pay", Resource = "card", Summary = "20 euros", RememberForSession = false });
        log.Record(new MemoryOperationStep { Operation = "write", MemoryUri = "mem://spots/1", Scope = "user", MimeType = "text/plain", Title = "Spots", Summary = "a list", SizeBytes = 12, Version = "3", Metadata = new Dictionary<string, string> { ["k"] = "v", ["$k"] = "w" } });
        log.Record(new UserOutputStep { Text = "Go north.", Role = "assistant" });
        log.Record(new EventStep { Name = "done", Data = JsonText.Object(("n", JsonText.Of(1L))) });
    }

    private static string Refused(Func<object?> call) => Assert.ThrowsAny<ArgumentException>(call).Message;

    private static string Refused(Action call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
