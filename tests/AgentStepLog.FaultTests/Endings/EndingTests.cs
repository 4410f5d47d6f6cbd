using System.Diagnostics;
using System.Globalization;
using AgentStepLog.FaultTests.Kills;
using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Endings;

/// <summary>Processes that end without closing their log, while steps wait in memory.</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData("from Main", 0)]
    [InlineData("by Environment.Exit", 3)]
    [InlineData("by Environment.Exit on another thread", 3)]
    [InlineData("by an exception", 134)]
    [InlineData("by an exception on another thread", 134)]
    public async Task In_order_or_by_an_exception_write_what_waits(string how, int exitCode)
    {
        using var directory = new TemporaryDirectory();
        var (code, output, error) = await Child.RunAsync(Child.Doing("end", how, directory.Path));
        Assert.True(!OperatingSystem.IsLinux() || code == exitCode, $"{code}: {error}");
        Assert.InRange(long.Parse(output, CultureInfo.InvariantCulture), Ending.Steps * 60, long.MaxValue); // all of it waited
        Assert.Equal(Enumerable.Range(0, Ending.Steps).Select(static label => (long)label), LinesLeft.In(directory.Path).Labels.Order());
        AssertGoesOn(directory.Path, Verdict.SelfConsistent);
    }

    [Fact]
    public async Task By_FailFast_leave_a_log_that_is_gone_on_with_and_nothing_of_what_waited()
    {
        using var directory = new TemporaryDirectory();
        var (_, output, _) = await Child.RunAsync(Child.Doing("end", "by FailFast", directory.Path));
        Assert.InRange(long.Parse(output, CultureInfo.InvariantCulture), Ending.Steps * 60, long.MaxValue);
        Assert.Empty(LinesLeft.In(directory.Path).Labels);
        AssertGoesOn(directory.Path, Verdict.SelfConsistent);
    }

    [Fact]
    public async Task Do_not_wait_for_ever_for_a_disk_that_hangs()
    {
        using var directory = new TemporaryDirectory();
        var (code, _, error) = await Child.RunAsync(Child.Doing("end", "on a disk that hangs", directory.Path));
        Assert.True(code == 0, error);
        AssertGoesOn(directory.Path, Verdict.SelfConsistent);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    public async Task By_a_signal_write_what_was_acknowledged_before_it(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill(1).");
        Assert.SkipWhen(IsIgnored(exitCode - 128), $"Whoever started these tests had SIG{signal} ignored, as nohup does and a shell's &, and children inherit that.");
        using var directory = new TemporaryDirectory();
        using var child = Process.Start(Child.Doing("end", "by a signal", directory.Path))!;
        var error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var last = -1L;
        for (var lines = 0; await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; lines++)
        {
            last = lines > 0 ? long.Parse(line, CultureInfo.InvariantCulture) : last; // the first one says how much waits
            if (lines == 100)
            {
                using var kill = Process.Start("kill", ["-s", signal, child.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == exitCode, $"{child.ExitCode}: {await error}");
        var labels = LinesLeft.In(directory.Path).Labels;
        Assert.InRange(last, Ending.Steps + 99, long.MaxValue);
        var missing = Enumerable.Range(0, Ending.Steps + 100).Where(label => !labels.Contains(label)).ToList(); // what came after the signal was told may be lost
        Assert.True(missing.Count == 0, $"{missing.Count} of {last} are missing, from {missing.FirstOrDefault()}");
        AssertGoesOn(directory.Path, Verdict.SelfConsistent, Verdict.Torn);
    }

    private static bool IsIgnored(int signal) => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status")
        .Where(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (ulong.Parse(line.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1);

    private static void AssertGoesOn(string directory, params Verdict[] verdicts)
    {
        Assert.Contains(StepLogVerifier.Verify(Path.Combine(directory, "r.jsonl")).Verdict, verdicts);
        using var log = StepLog.Resume(directory, "r");
        log.Complete();
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(log.Path!).Verdict, StepLogVerifier.Verify(log.Path!).Outcome));
    }
}
