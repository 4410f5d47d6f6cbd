using System.Collections.Concurrent;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A subscriber receives the tool calls of a run while it runs.</summary>
public sealed class SubscribeTests
{
    [Fact]
    public void A_subscriber_receives_tool_calls_and_nothing_else()
    {
        var heard = new ConcurrentQueue<string>();
        using (var log = StepLog.InMemory())
        {
            using (Listen(log, heard))
            {
                log.Record(new EventStep { Name = "begun" });
                using (var call = log.ToolCall("Dig"))
                {
                    call.Complete();
                }

                log.Complete();
                Assert.True(SpinWait.SpinUntil(() => !heard.IsEmpty, TimeSpan.FromMinutes(30)), "The call is not delivered.");
            }
        }

        Assert.Equal(["Dig"], heard);
    }

    #region README
    private static IDisposable Listen(StepLog log, ConcurrentQueue<string> heard) =>
        log.Subscribe<ToolCallStep>(step => heard.Enqueue(step.Tool));
    #endregion
}
