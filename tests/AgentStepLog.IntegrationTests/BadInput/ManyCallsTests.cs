using System.Text;

namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>Calls at the same time, within each other and after each other share what a thread reads with, and nothing of what it read.</summary>
public sealed class ManyCallsTests
{
    private const int Threads = 8;
    private const int Calls = 200;

    private readonly Relay _relay = new();

    public ManyCallsTests() => Asking.Tools = _relay.Tools = _relay.AgentTools();

    [Fact]
    public async Task Many_threads_read_from_one_table_and_what_a_tool_keeps_stays_as_it_was()
    {
        var tools = _relay.Tools!;
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                var text = $"{thread}/{call}" + new string('é', call % 7 == 0 ? 4000 : call % 7);
                var json = Encoding.UTF8.GetBytes(
                    $$"""{"element":{"t":"{{text}}"},"text":"{{text}}","node":["{{text}}",{"t":"\u0061{{text}}"}],"numbers":[{{thread}},{{call}}],"map":{"{{text}}":"{{text}}"} }""");
                Assert.Equal(text, (await tools.InvokeAsync("Keep", json)).Content);
                json.AsSpan().Clear(); // the caller's own again

                var wrong = await tools.InvokeAsync("Keep", $$"""{"text":{{call}},"nod":"{{text}}","numbers":["{{thread}}",{{call}}],"map":{},"element":{"a":1,"a":2} }""");
                Assert.Equal(
                    $"""
                     Invalid arguments for Keep:
                     - element.a: given more than once; give it once
                     - text: expected a string, got the number {call}
                     - numbers[0]: expected a whole number from -2147483648 to 2147483647, got the string "{thread}"
                     - nod: no such parameter; did you mean "node"? That one is missing: expected a JSON value other than null
                     """, wrong.Content, ignoreLineEndingDifferences: true);
            }
        })));

        Assert.Equal(Threads * Calls, _relay.Kept.Select(kept => kept.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(_relay.Kept, kept =>
        {
            Assert.Equal($"{{\"t\":\"{kept.Text}\"}}", kept.Element.GetRawText());
            Assert.Equal((kept.Text, "a" + kept.Text), ((string?)kept.Node[0], (string?)kept.Node[1]!["t"]));
            Assert.Equal(kept.Text.TrimEnd('é'), string.Join('/', kept.Numbers));
            Assert.Equal((kept.Text, kept.Text), (kept.Map.Single().Key, kept.Map.Single().Value.GetString()));
        });
    }

    [Fact]
    public async Task A_tool_may_call_its_own_table()
    {
        var result = await _relay.Tools!.InvokeAsync("Pass", """{"hops":4,"text":"a"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("a>a4>a43>a432>a4321", result.Content);
    }

    [Fact]
    public async Task An_argument_may_call_a_table_while_it_is_read()
    {
        using var log = StepLog.InMemory();
        var tools = _relay.Tools!;

        var right = await tools.InvokeAsync("Ask", """{"pages":2,"asking":{"question":"tide?"}}""", cancellationToken: TestContext.Current.CancellationToken);
        var wrong = await tools.InvokeAsync("Ask", """{"asking":{"question":"tide?","page":3},"pages":"2"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("re: tide? 2", right.Content);
        Assert.Equal(
            """
            Invalid arguments for Ask:
            - pages: expected a whole number from -2147483648 to 2147483647, got the string "2"
            - asking.page: no such property; there are "question"
            """, wrong.Content, ignoreLineEndingDifferences: true);
        Assert.Equal(["Pass", "Ask", "Pass", "Ask"], log.Steps.OfType<ToolCallStep>().Select(step => step.Tool));
    }
}
