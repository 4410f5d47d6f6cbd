using System.Collections.Concurrent;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>Somebody who wants to hear of tools while the run goes on.</summary>
public sealed class SubscribeTests
{
    [Fact]
    public void Calls_of_tools_are_told_and_nothing_else()
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
        log.Subscribe("tool.*", step => heard.Enqueue(((ToolCallStep)step).Tool));
    #endregion
}
