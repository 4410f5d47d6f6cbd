using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>What others do to the file of a run while it is written.</summary>
public sealed class DisturbedFileTests : IDisposable
{
    private const int Before = 50;

    private readonly TempDirectory _directory = new();
    private readonly FixedClock _clock = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(15_000)]
    public void A_file_that_is_cut_short_is_noticed_counted_and_left_for_the_next_one(int length)
    {
        using var log = Start();
        Cut(log, length);
        Say(5);

        var health = log.Health;
        var left = File.ReadAllBytes(log.Path!);
        var lost = Before + 1 - LogLines.Split(left).Count;
        Assert.Equal((lost, 2, false), ((int)health.Lost, health.Segment, health.IsFailing));
        Assert.Equal($"System.IO.IOException: {log.Path} has {length} bytes, where {s_written} were written, and it was cut short by something else than this log.", health.LastFailure);
        Assert.Equal(length, left.Length);

        log.Complete();
        Assert.Equal(lost, log.Health.Lost);
        var next = LogLines.Read(File.ReadAllBytes(Next(log)));
        var gap = next.Single(static line => LogLines.Type(line) == "gap");
        Assert.Equal((lost, health.LastFailure), (gap.GetProperty("lost").GetInt32(), gap.GetProperty("reason").GetString()));
        Assert.Equal(5, next.Count(static line => LogLines.Type(line) == "tool_call"));
        Assert.Equal("run_end", LogLines.Type(next[^1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void The_verdict_on_a_file_that_was_cut_short_claims_no_cause(int length)
    {
        using var log = Start();
        Cut(log, length);
        Say(5);
        log.Complete();

        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal(Verdict.Tampered, verification.Verdict);
        Assert.DoesNotContain("when the power failed", verification.Message, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(verification.Message);
        if (length > 1)
        {
            Assert.Equal(5, StepLogFile.Read(log.Path!).Steps.OfType<ToolCallStep>().Count(static step => step.InputJson.ToString().Contains("after", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void What_is_written_between_the_cut_and_the_look_is_not_lost()
    {
        using var log = Start();
        Cut(log, 0);
        Say(3, advance: false); // behind a hole of zeros
        Assert.Equal(0, log.Health.Lost);
        Say(1);
        Assert.Equal((Before + 2L, 2), (log.Health.Lost, log.Health.Segment)); // of the three the first begins with the hole
        Assert.EndsWith("cut short or overwritten meanwhile by something else than this log.", log.Health.LastFailure, StringComparison.Ordinal);
        log.Complete();
    }

    [Fact]
    public void A_clock_that_stands_still_does_not_keep_the_log_from_looking()
    {
        using var log = Start();
        Cut(log, 0);
        Say(LookTimes.BatchesUnlooked, advance: false);
        Assert.Equal(2, log.Health.Segment);
    }

    [Fact]
    public void A_file_that_is_cut_short_before_the_run_ends_is_noticed_then()
    {
        using var log = Start();
        Cut(log, 0);
        log.Complete("done");
        Assert.Equal((Before + 1L, 2), (log.Health.Lost, log.Health.Segment));
        Assert.Equal("run_end", LogLines.Type(LogLines.Read(File.ReadAllBytes(Next(log)))[^1]));
    }

    [Fact]
    public void What_a_stranger_appends_stays_and_the_run_goes_on_in_the_next_file()
    {
        using var log = Start();
        using (var file = Open(log))
        {
            file.Seek(0, SeekOrigin.End);
            file.Write("a line of a stranger\n"u8);
        }

        Say(5);
        Assert.Equal((0L, 2), (log.Health.Lost, log.Health.Segment));
        Assert.EndsWith("something else than this log writes to it.", log.Health.LastFailure, StringComparison.Ordinal);
        log.Complete();
        Assert.EndsWith("a line of a stranger\n", File.ReadAllText(log.Path!), StringComparison.Ordinal);
        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal(Verdict.Torn, verification.Verdict);
        Assert.Contains("21 bytes at the end of", verification.Message, StringComparison.Ordinal);
        Assert.Equal(Before + 5, StepLogFile.Read(log.Path!).Steps.OfType<ToolCallStep>().Count());
    }

    [Fact]
    public void A_file_that_is_deleted_is_written_anew_while_the_run_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // an open file cannot be deleted, moved or replaced there
        }

        using var log = Start();
        File.Delete(log.Path!);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Say(1);
        Assert.Equal(Before + 3, LogLines.Read(File.ReadAllBytes(log.Path!)).Count); // with the gap that tells of it
        Say(1);
        log.Complete();
        Assert.Equal((0L, 1), (log.Health.Lost, log.Health.Segment));
        Assert.Equal($"System.IO.IOException: {log.Path} was deleted or moved while the log was written. It is written again.", log.Health.LastFailure);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void A_file_that_is_moved_as_a_rotation_does_is_written_anew_and_the_moved_one_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var log = Start();
        File.Move(log.Path!, log.Path + ".1");
        _clock.Advance(TimeSpan.FromSeconds(2));
        Say(1);
        log.Complete();
        Assert.Equal(0, log.Health.Lost);
        Assert.Equal(Before + 1, LogLines.Read(File.ReadAllBytes(log.Path + ".1")).Count);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_in_the_logs_place_is_moved_aside_and_nothing_is_lost(bool whileItRuns)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var log = Start();
        File.Delete(log.Path!);
        File.WriteAllText(log.Path!, "another's");
        if (whileItRuns)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Say(1);
            Assert.Equal(Before + 3, LogLines.Read(File.ReadAllBytes(log.Path!)).Count);
        }

        log.Complete();
        Assert.Equal("another's", File.ReadAllText(log.Path + ".other-1"));
        Assert.Equal(0, log.Health.Lost);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.StartsWith($"System.IO.IOException: Another file stood in the place of {log.Path}.", log.Health.LastFailure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_nobody_touches_is_no_cause_for_anything()
    {
        using var log = Start();
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Say(70);
        }

        log.Complete();
        Assert.Equal((0L, 1, null), (log.Health.Lost, log.Health.Segment, log.Health.LastFailure));
        Assert.Equal(702 + Before, LogLines.Read(File.ReadAllBytes(log.Path!)).Count);
    }

    [ThreadStatic]
    private static long s_written;

    private static string Next(StepLog log) => log.Path![..^".jsonl".Length] + ".2.jsonl";

    private static FileStream Open(StepLog log) => new(log.Path!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private static void Cut(StepLog log, int length)
    {
        using var file = Open(log);
        s_written = file.Length;
        file.SetLength(length);
    }

    private StepLog Start()
    {
        var log = StepLog.Start(_directory.Path, new() { RunId = "r", TimeProvider = _clock });
        for (var i = 0; i < Before; i++)
        {
            Calls.Say("before");
        }

        Say(0);
        return log;
    }

    private void Say(int times, bool advance = true)
    {
        for (var i = 0; i < times; i++)
        {
            _clock.Advance(advance ? TimeSpan.FromMilliseconds(1) : default);
            Calls.Say("after");
        }
    }
}
