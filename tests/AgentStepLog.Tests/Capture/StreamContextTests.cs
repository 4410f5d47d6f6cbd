using AgentStepLog.Capture;

namespace AgentStepLog.Tests.Capture;

/// <summary>On which thread things run, and what async locals show, is as in the plain program.</summary>
public sealed class StreamContextTests
{
    private static readonly AsyncLocal<string?> s_ambient = new();

    [Fact]
    public void A_context_with_one_thread_is_asked_no_more_often_than_without_a_log()
    {
        var plain = OneThread.Run(() => Trace(Waves()));
        var recorded = OneThread.Run(async () =>
        {
            using var log = StepLog.InMemory();
            var trace = await Trace(Streams.Async(Waves, static (w, v) => w.Value(v)));
            Assert.Equal(4, log.Steps.OfType<ToolCallStep>().Single().Items);
            return trace;
        });

        // A task goes on at once where it would come back to the same context; an iterator's own source posts every time.
        Assert.Equal(plain.Result, recorded.Result);
        Assert.InRange(recorded.Posts, 1, plain.Posts);
        Assert.DoesNotContain("elsewhere", plain.Result, StringComparison.Ordinal);
        Assert.True(plain.Posts > 0, "Nothing waited.");
    }

    // What the callee sees before each item, where the consumer goes on, and what it sees there.
    private static async Task<string> Trace(IAsyncEnumerable<string> stream)
    {
        var thread = Environment.CurrentManagedThreadId;
        s_ambient.Value = "consumer";
        var trace = "";
        await foreach (var item in stream)
        {
            trace += $"{item}, {s_ambient.Value}, {(Environment.CurrentManagedThreadId == thread ? "here" : "elsewhere")}; ";
            s_ambient.Value = "consumer after " + item;
        }

        return trace + s_ambient.Value;
    }

    private static async IAsyncEnumerable<string> Waves()
    {
        for (var i = 0; i < 4; i++)
        {
            var seen = s_ambient.Value;
            s_ambient.Value = "callee " + i;
            if (i % 2 == 1)
            {
                await Task.Yield(); // never done already, however slow the machine is
            }

            yield return $"{i} saw {seen}";
        }
    }
}
