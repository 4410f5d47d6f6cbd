using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;

namespace AgentStepLog.Tests.Writing;

/// <summary>A disk that still takes the short line of an intent, and not the long one of an outcome.</summary>
public sealed class NearlyFullTests
{
    private static readonly RecordedMethod s_free = RecordedMethod.Tool("Bank.Look", "Look", onLogFailure: LogFailurePolicy.FailOpen);
    private static readonly string s_long = new('x', 20_000);

    [Theory]
    [InlineData(Durability.Queued)]
    [InlineData(Durability.Written)]
    [InlineData(Durability.Durable)]
    public void After_an_outcome_that_found_no_room_no_call_is_made_until_one_of_its_length_would_find_it(Durability durability)
    {
        var files = new FaultyFiles();
        using var log = Start(files, durability);
        var start = log.ToArray().Length;
        files.Room = start + 15_000; // of intents some ten would fit
        Assert.Equal(s_long, Run(Calls.Echo));
        log.Flush();
        Assert.Equal(1, log.Health.Lost);

        for (var i = 0; i < 20; i++)
        {
            var e = Assert.Throws<StepLogException>(() => Run(Calls.Echo));
            Assert.Contains("No space left on device", e.Message, StringComparison.Ordinal);
        }

        Assert.Single(log.Steps.OfType<IntentStep>());
        Assert.Equal(files.Inner.Open(log.RunId + ".jsonl").Length, log.ToArray().Length); // nothing of what was tried stays

        files.Room = start + 30_000;
        Assert.Equal(s_long, Run(Calls.Echo));
        log.Flush();
        Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(21, Assert.Single(log.Steps.OfType<GapStep>()).Lost);

        files.Room = long.MaxValue;
        log.Complete();
        LogLines.AssertSound(log.ToArray());
    }

    [Fact]
    public void Room_is_found_again_for_the_longest_that_was_lost_and_not_for_the_last()
    {
        var files = new FaultyFiles();
        using var log = Start(files);
        var start = log.ToArray().Length;
        Run(Calls.Echo, () =>
        {
            files.Room = start + 2_000;
            Run(s_free, () => s_long);
            Run(s_free, () => s_long[..5_000]);
            return s_long[..6_000];
        });
        Assert.Equal(3, log.Health.Lost);

        files.Room = start + 15_000;
        Assert.Throws<StepLogException>(() => Run(Calls.Echo));
        files.Room = start + 25_000;
        Assert.Equal("made", Run(Calls.Echo, () => "made"));
    }

    [Fact]
    public void A_call_that_may_go_on_needs_no_more_room_than_its_line()
    {
        var files = new FaultyFiles();
        using var log = Start(files);
        files.Room = log.ToArray().Length + 10_000;
        Run(s_free, () => s_long);
        Run(s_free, () => "short");
        Assert.Equal("\"short\"", Assert.Single(log.Steps.OfType<ToolCallStep>()).OutputJson.ToString());
        Assert.Throws<StepLogException>(() => Run(Calls.Echo));
    }

    [Fact]
    public void A_log_that_works_tries_for_no_room()
    {
        var files = new FaultyFiles();
        using var log = Start(files);
        Run(Calls.Echo);
        Assert.DoesNotContain("cut", files.Calls);
        files.Fails = static call => call == "append";
        Run(s_free);
        files.Fails = static _ => false;
        files.Calls.Clear();
        Run(Calls.Echo);
        Assert.Equal(["append", "cut", "append", "append"], files.Calls);
        files.Calls.Clear();
        Run(Calls.Echo);
        Assert.Equal(["append", "append"], files.Calls);
    }

    [Theory]
    [InlineData("append")]
    [InlineData("cut")]
    public void What_a_failed_try_leaves_is_cut_off_or_the_run_goes_on_in_the_next_file(string failing)
    {
        var files = new FaultyFiles();
        using var log = Start(files);
        Run(Calls.Echo);
        files.Fails = static call => call == "append";
        Run(s_free);
        files.Fails = call => call == failing || call == "cut";
        Assert.Throws<StepLogException>(() => Run(Calls.Echo));
        Assert.Equal("made", Run(s_free, () => "made"));
        files.Fails = static _ => false;
        Assert.Equal("made", Run(Calls.Echo, () => "made"));
        log.Complete();
        LogLines.AssertSound(log.ToArray());
    }

    private static StepLog Start(FaultyFiles files, Durability durability = Durability.Written) =>
        StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed, Durability = durability, RunId = "full" });

    private static string Run(RecordedMethod method, Func<string>? body = null) =>
        Calls.Value(method, "in", static (w, v) => w.Value(v), body ?? (static () => s_long));
}
