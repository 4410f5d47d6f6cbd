using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Capture;

/// <summary>The first call of a process that no run recorded is told once to whoever listens. Each case has a process of its own.</summary>
public sealed class UnrecordedEventTests
{
    private const string Told = "1 UnrecordedCall Warning method: Surf.Tools.First was called while no run was active, so the call was not recorded. "
        + "Start a run before the call (StepLog.Start), or make one active in this flow (log.Use()). UnrecordedCalls.Total counts such calls. Only the first one of the process is reported.";

    [Theory]
    [InlineData("before", 5)] // the listener makes one
    [InlineData("after", 5)]
    [InlineData("twice", 5)]
    [InlineData("failing", 5)]
    public async Task The_first_call_is_told_once_to_a_listener_that_was_there_and_to_one_that_comes_later(string when, int unrecorded)
    {
        var (output, error) = await ChildProcess.RunAsync(ChildProcess.Doing("unrecorded", when));

        Assert.Equal([Told, $"{unrecorded}"], output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(error);
    }

    [Fact]
    public async Task A_listener_that_asks_for_errors_only_hears_nothing()
    {
        var (output, _) = await ChildProcess.RunAsync(ChildProcess.Doing("unrecorded", "errors only"));

        Assert.Equal("4", output.Trim());
    }

    [Fact]
    public async Task A_call_that_was_recorded_is_not_told_and_the_next_one_that_is_not_is()
    {
        var (output, _) = await ChildProcess.RunAsync(ChildProcess.Doing("unrecorded", "recorded"));

        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("1 UnrecordedCall Warning method: Surf.Tools.Second was called while no run was active", lines[0], StringComparison.Ordinal);
        Assert.Equal("2", lines[1]);
    }

    [Fact]
    public async Task Where_recording_is_switched_off_nothing_is_told()
    {
        var start = ChildProcess.Doing("unrecorded", "before");
        start.Environment["AGENTSTEPLOG"] = "off";

        var (output, _) = await ChildProcess.RunAsync(start);

        Assert.Equal("4", output.Trim());
    }
}
