using System.Text;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Calls of tools that recorded messages carry, in the shapes that libraries and providers give them, before any tool has run.</summary>
public sealed class CarriedCallTests
{
    private const string Iban = "DE89370400440532013000";

    public static TheoryData<string, string> Shapes => new()
    {
        // Microsoft.Extensions.AI, as that library writes it and as reflection does.
        { """{"contents":[{"$type":"functionCall","name":"Refund","arguments":{"id":1,"iban":"SECRET"},"callId":"c1"}]}""",
          """{"contents":[{"$type":"functionCall","name":"Refund","arguments":{"id":1,"iban":"[redacted:iban]"},"callId":"c1"}]}""" },
        { """{"contents":[{"$type":"functionCall","callId":"c1","name":"Refund","arguments":{"id":1,"iban":"SECRET"}},{"$type":"text","text":"so SECRET it is"}]}""",
          """{"contents":[{"$type":"functionCall","callId":"c1","name":"Refund","arguments":{"id":1,"iban":"[redacted:iban]"}},{"$type":"text","text":"so [redacted:iban] it is"}]}""" },
        { """{"$type":"toolApprovalRequest","requestId":"r","toolCall":{"$type":"functionCall","name":"refund","arguments":{"iban":"SECRET"},"callId":"c1"}}""",
          """{"$type":"toolApprovalRequest","requestId":"r","toolCall":{"$type":"functionCall","name":"refund","arguments":{"iban":"[redacted:iban]"},"callId":"c1"}}""" },
        { """[{"$type":"mcpServerToolCall","name":"issue_token","serverName":"s","arguments":{"id":1},"callId":"m"},{"$type":"mcpServerToolResult","outputs":[{"$type":"text","text":"SECRET"}],"callId":"m"}]""",
          """[{"$type":"mcpServerToolCall","name":"issue_token","serverName":"s","arguments":{"id":1},"callId":"m"},{"$type":"mcpServerToolResult","outputs":[{"$type":"text","text":"[redacted:token]"}],"callId":"m"}]""" },
        { """[{"$type":"functionCall","name":"GetAccount","arguments":{"id":1},"callId":"c"},{"$type":"functionResult","callId":"c","result":{"owner":"Ada","iban":"SECRET","number":12,"logins":[{"user":"a","password":"b"}]}}]""",
          """[{"$type":"functionCall","name":"GetAccount","arguments":{"id":1},"callId":"c"},{"$type":"functionResult","callId":"c","result":{"owner":"Ada","iban":"[redacted:iban]","number":"[redacted:number]","logins":"[redacted:logins]"}}]""" },
        { """[{"$type":"functionCall","name":"IssueToken","arguments":{"id":1},"callId":"c"},{"$type":"functionResult","callId":"c","result":"SECRET"}]""",
          """[{"$type":"functionCall","name":"IssueToken","arguments":{"id":1},"callId":"c"},{"$type":"functionResult","callId":"c","result":"[redacted:token]"}]""" },

        // OpenAI: chat completions and responses.
        { """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"Refund","arguments":"{\"id\":1,\"iban\":\"SECRET\",\"amount\":12}"}}]}]""",
          """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"Refund","arguments":"{\"id\":1,\"iban\":\"[redacted:iban]\",\"amount\":\"[redacted:amount]\"}"}}]}]""" },
        { """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"issue_token_async","arguments":"{\"id\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":"SECRET"}]""",
          """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"issue_token_async","arguments":"{\"id\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":"[redacted:token]"}]""" },
        { """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"get_account","arguments":"{\"id\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"{\"owner\":\"Ada\",\"iban\":\"SECRET\"}"}]}]""",
          """[{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"get_account","arguments":"{\"id\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"{\"owner\":\"Ada\",\"iban\":\"[redacted:iban]\"}"}]}]""" },
        { """[{"type":"function_call","id":"fc_1","call_id":"c1","name":"log-in","arguments":"{\"id\":1,\"login\":{\"user\":\"ada\",\"password\":\"SECRET\"}}"},{"type":"function_call_output","call_id":"c1","output":"ada is in"}]""",
          """[{"type":"function_call","id":"fc_1","call_id":"c1","name":"log-in","arguments":"{\"id\":1,\"login\":{\"user\":\"ada\",\"password\":\"[redacted:password]\"}}"},{"type":"function_call_output","call_id":"c1","output":"ada is in"}]""" },
        { """[{"role":"function","name":"IssueToken","content":"SECRET","unction":0}]""", """[{"role":"function","name":"IssueToken","content":"[redacted:token]","unction":0}]""" },
        { """{"tools":[{"type":"function","function":{"name":"Refund","parameters":{"type":"object","properties":{"iban":{"type":"string"}}}}}]}""",
          """{"tools":[{"type":"function","function":{"name":"Refund","parameters":{"type":"object","properties":{"iban":{"type":"string"}}}}}]}""" },

        // Anthropic.
        { """[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Notify","input":{"id":1,"addresses":["SECRET","b"]}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"2 notified"}]}]""",
          """[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"Notify","input":{"id":1,"addresses":"[redacted:addresses]"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"2 notified"}]}]""" },
        { """[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"IssueToken","input":{"id":1}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"SECRET"}]}]}]""",
          """[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"IssueToken","input":{"id":1}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"[redacted:token]"}]}]}]""" },

        // Gemini.
        { """{"parts":[{"functionCall":{"name":"Refund","args":{"iban":"SECRET"}}}]}""", """{"parts":[{"functionCall":{"name":"Refund","args":{"iban":"[redacted:iban]"}}}]}""" },

        // A request that stands in a string, and names that frameworks prefix.
        { """{"body":"{\"messages\":[{\"tool_calls\":[{\"id\":\"c1\",\"function\":{\"name\":\"bank.refund\",\"arguments\":\"{\\\"iban\\\":\\\"SECRET\\\"}\"}}]}]}"}""",
          """{"body":"{\"messages\":[{\"tool_calls\":[{\"id\":\"c1\",\"function\":{\"name\":\"bank.refund\",\"arguments\":\"{\\\"iban\\\":\\\"[redacted:iban]\\\"}\"}}]}]}"}""" },
        { """{"name":"mcp__bank__refund","input":{"iban":"SECRET"},"type":"tool_use"}""", """{"name":"mcp__bank__refund","input":{"iban":"[redacted:iban]"},"type":"tool_use"}""" },

        // What does not fit the tool: nothing that could be the secret is shown.
        { """{"callId":"c","name":"Refund","arguments":{"id":1,"ibann":"SECRET"}}""", """{"callId":"c","name":"Refund","arguments":{"id":1,"ibann":"[redacted:amount]"}}""" },
        { """{"callId":"c","name":"Refund","arguments":"{\"iban\":\"SECRET"}""", """{"callId":"c","name":"Refund","arguments":"[redacted:amount]"}""" },
        { """{"callId":"c","name":"LogIn","arguments":{"id":1,"login":"SECRET"}}""", """{"callId":"c","name":"LogIn","arguments":{"id":1,"login":"[redacted:password]"}}""" },
        { """{"callId":"c","name":"LogIn","arguments":{"id":1,"login":{"user":"ada","passwrd":"SECRET"}}}""", """{"callId":"c","name":"LogIn","arguments":{"id":1,"login":"[redacted:password]"}}""" },

        // What is nobody's secret stays, and a tool that no manifest knows has none.
        { """{"callId":"c","name":"give_back","arguments":{"id":1,"iban":"SECRET"}}""", """{"callId":"c","name":"give_back","arguments":{"id":1,"iban":"SECRET"}}""" },
        { """{"callId":"c","name":"Weather","arguments":{"town":"SECRET"}}""", """{"callId":"c","name":"Weather","arguments":{"town":"SECRET"}}""" },
        { """[{"callId":"c","name":"Weather","arguments":{"town":"a"}},{"callId":"c","result":"SECRET"}]""", """[{"callId":"c","name":"Weather","arguments":{"town":"a"}},{"callId":"c","result":"SECRET"}]""" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_the_manifest_marks_is_withheld_in_each_shape(string message, string expected)
    {
        using var log = StepLog.InMemory();

        log.Record(new EventStep { Name = "message", Data = JsonText.Parse(message.Replace("SECRET", Iban, StringComparison.Ordinal)) });

        var step = Assert.Single(log.Steps.OfType<EventStep>());
        Assert.Equal(JsonText.Parse(expected.Replace("SECRET", Iban, StringComparison.Ordinal)).ToString(), step.Data.ToString());
        Assert.Equal(step.Withheld.Count, step.Data.ToString().Split("[redacted:").Length - 1);
        Assert.All(step.Withheld, r => Assert.StartsWith("/data/", r.At, StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_in_a_later_line_is_known_by_the_id_of_its_call()
    {
        using var log = StepLog.InMemory();
        log.Record(new EventStep { Name = "asked", Data = JsonText.Parse("""{"type":"function_call","call_id":"c1","name":"issue_token","arguments":"{\"id\":1}"}""") });
        log.Record(new EventStep { Name = "answered", Data = JsonText.Parse("""{"type":"function_call_output","call_id":"c1","output":"the-token-4711"}""") });

        Assert.Equal("""{"type":"function_call_output","call_id":"c1","output":"[redacted:token]"}""", log.Steps.OfType<EventStep>().Last().Data.ToString());
    }

    [Fact]
    public void A_call_recorded_by_hand_and_a_decision_are_calls_as_well()
    {
        using var log = StepLog.InMemory();
        using (var call = log.ToolCall("get_account", JsonText.Parse("""{"id":1}""")))
        {
            call.Complete(JsonText.Parse($$"""{"owner":"Ada","iban":"{{Iban}}"}"""));
        }

        log.Record(new DecisionStep { Decision = "tool", Tool = "Refund", Parameters = JsonText.Parse("""{"id":7,"iban":"DE00 1111"}"""), Message = "to DE00 1111" });

        Assert.Equal("""{"owner":"Ada","iban":"[redacted:iban]"}""", Assert.Single(log.Steps.OfType<ToolCallStep>()).OutputJson.ToString());
        var decision = Assert.Single(log.Steps.OfType<DecisionStep>());
        Assert.Equal("""{"id":7,"iban":"[redacted:iban]"}""", decision.Parameters.ToString());
        Assert.Equal(("Refund", "to [redacted:iban]"), (decision.Tool, decision.Message));
    }

    // A value of more than a MiB that nothing is withheld from leaves its line before the line is looked through.
    [Theory]
    [InlineData("message")]
    [InlineData("decision")]
    [InlineData("argument")]
    [InlineData("result")]
    public void A_value_of_more_than_a_MiB_is_looked_through_as_well(string what)
    {
        var folder = Directory.CreateTempSubdirectory("huge").FullName;
        var huge = string.Concat(Enumerable.Range(0, 120_000).Select(static i => $"word {i:x5} "));
        using (var log = StepLog.Start(folder))
        {
            switch (what)
            {
                case "message":
                    log.Record(new EventStep { Name = "asked", Data = JsonText.Parse($$$"""{"callId":"c","name":"GetAccount","arguments":{"id":1},"then":[{"callId":"c","result":{"owner":"{{{huge}}}","iban":"{{{Iban}}}"}}]}""") });
                    break;
                case "decision":
                    log.Record(new DecisionStep { Decision = "tool", Tool = "LogIn", Parameters = JsonText.Parse($$$"""{"id":7,"login":{"user":"{{{huge}}}","password":"{{{Iban}}}"}}""") });
                    break;
                case "argument":
                    log.ToolCall("LogIn", JsonText.Parse($$$"""{"id":7,"login":{"user":"{{{huge}}}","password":"{{{Iban}}}"}}""")).Complete(default(JsonText));
                    break;
                case "result":
                    log.ToolCall("GetAccount", JsonText.Parse("""{"id":1}""")).Complete(JsonText.Parse($$$"""{"owner":"{{{huge}}}","iban":"{{{Iban}}}"}"""));
                    break;
            }

            log.Complete();
        }

        var all = string.Concat(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Directory.Delete(folder, recursive: true);
        Assert.DoesNotContain(Iban, all, StringComparison.Ordinal);
        Assert.Contains("word 00007", all, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_key_ring_each_place_can_be_confirmed()
    {
        var folder = Directory.CreateTempSubdirectory("ring").FullName;
        var ring = KeyRing.Create(Path.Combine(folder, "keys.json"));
        using (var log = StepLog.InMemory(new() { KeyRing = ring, Subject = "ada l." }))
        {
            log.Record(new EventStep { Name = "message", Data = JsonText.Parse("""
                {"callId":"c","name":"Refund","arguments":{"iban":"SECRET","amount":4711},"more":"{\"callId\":\"d\",\"name\":\"Refund\",\"arguments\":{\"iban\":\"SECRET\"}}"}
                """.Replace("SECRET", Iban, StringComparison.Ordinal)) });
            log.Record(new EventStep { Name = "again", Data = JsonText.Of($"it is {Iban}") });

            var steps = log.Steps.OfType<EventStep>().ToList();
            Assert.Equal(["/data/arguments/iban", "/data/arguments/amount", "/data/more"], steps[0].Withheld.Select(r => r.At));
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, steps[0].Withheld[0], JsonText.Of(Iban)));
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, steps[0].Withheld[1], JsonText.Of(4711)));
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, steps[0].Withheld[2], JsonText.Of(Iban)));
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, steps[1].Withheld[0], JsonText.Of(Iban)));
            Assert.Equal(WithheldConfirmation.Different, ring.Confirm("ada l.", log.RunId, steps[1].Withheld[0], JsonText.Of("another")));
        }

        Directory.Delete(folder, recursive: true);
    }

    // Each kind of value that can be marked is known afterwards.
    [Fact]
    public async Task What_a_call_was_given_and_gave_is_known_in_the_run_whatever_its_type()
    {
        using var log = StepLog.InMemory();
        var bank = new Bank(_ => new("Ada", "IBAN-0001", 123456, [new("user-0001", "pass-0001")]), _ => "token-0001");
        bank.Paint(1, Colour.Turquoise, new DateOnly(2001, 2, 3), new("user-0002", "pass-0002"));
        bank.Refund(1, "IBAN-0002", 7654);
        bank.Notify(1, ["a-0001", "a-0002"]);
        await bank.GetAccountAsync(1);
        await bank.IssueTokenAsync(1);
        string[] values = ["Turquoise", "2001-02-03", "user-0001", "user-0002", "pass-0001", "pass-0002", "IBAN-0001", "IBAN-0002", "7654", "123456", "a-0001", "a-0002", "token-0001"];

        log.Record(new EventStep { Name = "all", Data = JsonText.Of(string.Join(" ", values)) });

        var text = Assert.Single(log.Steps.OfType<EventStep>()).Data.ToElement().GetString()!;
        Assert.All(text.Split(' '), word => Assert.StartsWith("[redacted:", word, StringComparison.Ordinal));
        Assert.Equal(values.Length, log.Health.WithheldValues);
        Assert.All(values, value => Assert.DoesNotContain(value, Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal));
    }
}
