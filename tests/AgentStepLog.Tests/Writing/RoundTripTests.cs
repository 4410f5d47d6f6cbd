using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>The room that writes and the room that reads, on one real file.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_file_reads_back_to_the_steps_and_totals_of_the_live_log_and_verifies()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { Agent = "surf", LlmContent = CaptureMode.Full });
        using (var agent = log.AgentCall("guide", JsonText.Object(("task", JsonText.Of("waves")))))
        {
            log.LlmCall("m", "p", JsonText.Array(JsonText.Of("hi"))).Use(call => call.Complete("ho", new() { InputTokens = 3, OutputTokens = 4, StopReason = "stop" }));
            Calls.Say(new string('x', 50_000));
            Calls.Say("\u202E$\u0001");
            log.ToolCall("broken").Use(call => call.Fail(new TimeoutException(new string('e', 9_000))));
            log.Record(new EventStep { Name = "note", Data = JsonText.Object(("$k", JsonText.Of(1.5))) });
            agent.Complete("found");
        }

        log.Complete("done");
        var file = StepLogFile.Read(log.Path!);
        Assert.Equal(log.Steps, file.Steps);
        Assert.Equal(log.Summarize(), file.Summary);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.Equal(9_000, Assert.Single(file.Steps.OfType<ToolCallStep>(), s => s.Tool == "broken").Error!.Length);
    }
}
