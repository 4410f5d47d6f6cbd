#pragma warning disable xUnit1051 // the streams end by themselves
namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>The number of an attempt reaches calls by every route, and streams where they are enumerated.</summary>
public sealed class AttemptTests
{
    [Fact]
    public async Task Calls_of_the_model_and_their_items_have_it_and_what_the_tool_calls_has_not()
    {
        using var log = StepLog.InMemory();
        using (CallAttempt.Start(3))
        {
            await new Waves().AgentTools().InvokeAsync("CountNow", """{"count":1}""", cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal([("CountNow", 3L), ("Measure", null), ("Measure", (long?)null)], log.Steps.OfType<ToolCallStep>().Reverse().Select(s => (s.Tool, s.Attempt)));
    }

    [Fact]
    public async Task A_stream_is_called_again_for_each_attempt()
    {
        using var log = StepLog.InMemory();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using (CallAttempt.Start(attempt))
            {
                await Drain(new Waves().CountAsync(2, fail: attempt == 1 ? 1 : -1));
            }
        }

        Assert.Equal([("Out of waves.", 1L), (null, (long?)2L)], Counts(log).Select(s => (s.Error, s.Attempt)));
        Assert.All(log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == "Measure"), s => Assert.Null(s.Attempt));
    }

    [Fact]
    public async Task A_stream_that_is_enumerated_again_is_the_attempt_of_each_enumeration()
    {
        using var log = StepLog.InMemory();
        IAsyncEnumerable<int> stream;
        using (CallAttempt.Start(9))
        {
            stream = new Waves().CountAsync(1);
        }

        await Drain(stream);
        using (CallAttempt.Start(10))
        {
            await Drain(stream);
        }

        Assert.Equal([9L, 10L], Counts(log).Select(s => s.Attempt));
    }

    [Fact]
    public async Task Updates_of_a_model_and_its_answers_have_it()
    {
        using var log = StepLog.InMemory();
        using (CallAttempt.Start(2))
        {
            await foreach (var update in new Models().CompletionsAsync("tea"))
            {
            }

            await new Models().AnswerAsync();
        }

        Assert.Equal([2L, 2L], log.Steps.OfType<LlmCallStep>().Select(s => s.Attempt));
    }

    private static IEnumerable<ToolCallStep> Counts(StepLog log) => log.Steps.OfType<ToolCallStep>().Where(s => s.Tool == "Count");

    private static async Task Drain(IAsyncEnumerable<int> stream)
    {
        try
        {
            await foreach (var item in stream)
            {
            }
        }
        catch (InvalidDataException)
        {
            // Tried again.
        }
    }
}
