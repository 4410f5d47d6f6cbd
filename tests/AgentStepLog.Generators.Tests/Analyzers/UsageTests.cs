using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class UsageTests
{
    [Fact]
    public async Task An_llm_call_whose_result_says_nothing_of_tokens_is_reported()
    {
        var messages = await RuleTest.VerifyAsync<UsageAnalyzer>(
            """
            record Reply(string Text, string Model);
            class Chat
            {
                [LlmCall] public Task<string> [|Ask|]() => Task.FromResult("");
                [LlmCall] public Reply [|Answer|]() => new("", "m");
                [LlmCall] public IAsyncEnumerable<string> [|Stream|]() => throw new NotSupportedException();
                [LlmCall] public Task [|Send|]() => Task.CompletedTask;
            }
            """);
        Assert.Equal("The steps of 'Chat.Ask' will have no tokens: its result of type string says nothing of tokens; return the provider's answer, or say by [LlmUsageFrom] where they stand", messages[0]);
        Assert.Contains("it returns nothing", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public Task Usage_that_is_found_or_pointed_at_is_silent()
        => RuleTest.VerifyAsync<UsageAnalyzer>(
            """
            [assembly: LlmUsageFrom(typeof(Given<>), InputTokens = "In")]
            record Usage(int InputTokens, int OutputTokens);
            record Reply(string Text, Usage? Usage);
            record Given<T>(T Value, int In);
            [LlmUsageFrom(OutputTokens = "Meta.Out")] class Own { public (int In, int Out) Meta; }
            class Chat
            {
                [LlmCall] public Reply Ask() => new("", new(1, 2));
                [LlmCall] public IAsyncEnumerable<Reply> Stream() => throw new NotSupportedException();
                [LlmCall] public ValueTask<Own> Owned() => default;
                [LlmCall] public Given<string> Foreign() => new("", 1);
                [LlmCall, LlmUsageFrom(InputTokens = "Used")] public (string Text, long Used) Tuple() => default;
                [AgentTool] public string Tool() => "";
            }
            """);

    [Fact]
    public async Task A_path_that_leads_nowhere_is_reported_where_it_stands()
    {
        var messages = await RuleTest.VerifyAsync<UsagePathAnalyzer>(
            """
            [assembly: [|LlmUsageFrom(typeof(Reply), OutputTokens = "Out")|]]
            [assembly: [|LlmUsageFrom(OutputTokens = "Meta.Out")|]]
            record Meta(double Out, object Model);
            record Reply(Meta Meta);
            [[|LlmUsageFrom(InputTokens = "Meta.In")|]] class Own { public Meta? Meta { get; set; } }
            class Chat
            {
                [LlmCall, [|LlmUsageFrom(InputTokens = "Meta.Out")|]] public Reply Ask() => throw new NotSupportedException();
                [LlmCall, [|LlmUsageFrom(Model = "Meta.Model")|]] public IAsyncEnumerable<Reply> Stream() => throw new NotSupportedException();
                [AgentTool, [|LlmUsageFrom(Model = "Meta")|]] public Reply Tool() => throw new NotSupportedException();
                [LlmCall, [|LlmUsageFrom(typeof(Reply), StopReason = "Length")|]] public string Text() => "";
                [LlmCall, LlmUsageFrom(InputTokens = "Length")] public string Length() => "";
            }
            """);
        Assert.Equal(
            [
                "[LlmUsageFrom] does not say where usage stands: \"Out\" leads nowhere: Reply has no property or field 'Out' that generated code can read",
                "[LlmUsageFrom] does not say where usage stands: on an assembly it must name a type: typeof(…)",
                "[LlmUsageFrom] does not say where usage stands: \"Meta.In\" leads nowhere: Meta has no property or field 'In' that generated code can read",
                "[LlmUsageFrom] does not say where usage stands: \"Meta.Out\" is of type double, and InputTokens is a whole number of at most 64 bits",
                "[LlmUsageFrom] does not say where usage stands: \"Meta.Model\" is of type object, and Model is a string, an enum or a struct",
                "[LlmUsageFrom] does not say where usage stands: the method is no [LlmCall] that returns something",
                "[LlmUsageFrom] does not say where usage stands: a type is named on an assembly only; here it speaks of what it stands on",
            ],
            messages);
    }
}
