using System.Runtime.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

/// <summary>Steps that are read one at a time are those that are read all at once.</summary>
public sealed class StepSequenceTests
{
    [Fact]
    public async Task Steps_one_at_a_time_are_those_of_the_file()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path);
        var file = StepLogFile.Read(path);

        Assert.True(file.Steps.Count > 500);
        Assert.Equal(file.Steps, StepLogFile.ReadSteps(path));
        Assert.Equal(file.Steps, await StepLogFile.ReadStepsAsync(path, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_log_is_read_no_further_than_its_steps_are_taken()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path);
        File.Delete(directory.In("r.3.jsonl"));
        Directory.CreateDirectory(directory.In("r.3.jsonl")); // cannot be read

        Assert.Equal(10, StepLogFile.ReadSteps(path).Take(10).Count());
        Assert.Throws<StepLogException>(() => StepLogFile.ReadSteps(path).Count());
    }

    [Fact]
    public async Task Damage_is_told_where_it_stands_or_ends_the_reading()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("say 3 "u8)] = (byte)'$';
        File.WriteAllBytes(path, bytes);
        var whole = StepLogFile.Read(path);

        var damage = new List<LogDamage>();
        Assert.Equal(whole.Steps, StepLogFile.ReadSteps(path, onDamage: damage.Add));
        Assert.Equal(whole.Damage, Assert.Single(damage));

        var told = new List<object>();
        await foreach (var step in StepLogFile.ReadStepsAsync(path, onDamage: told.Add, cancellationToken: TestContext.Current.CancellationToken))
        {
            told.Add(step);
        }

        Assert.Equal(whole.Damage, told[(int)whole.Damage!.Line]); // in its place

        var read = new List<Step>();
        var thrown = await Assert.ThrowsAsync<StepLogException>(async () =>
        {
            await foreach (var step in StepLogFile.ReadStepsAsync(path, cancellationToken: TestContext.Current.CancellationToken))
            {
                read.Add(step);
            }
        });
        Assert.Equal(whole.Steps.TakeWhile(step => step.Number < whole.Damage!.Line), read);
        Assert.Contains(whole.Damage!.Message, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("onDamage", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3 }, new[] { true })]
    [InlineData(new[] { 2, 3 }, new[] { false, false })]
    [InlineData(new[] { 1, 3 }, new[] { false, false })]
    public async Task A_last_line_is_a_torn_tail_only_where_no_line_before_it_is_damaged(int[] garbled, bool[] isTornTail)
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().Event("one").Event("two").Event("three");
        foreach (var line in garbled)
        {
            log.Lines[line][20] ^= 1;
        }

        Assert.Equal(isTornTail, await TornTails(directory.Write("r.jsonl", log.ToArray())));
    }

    [Fact]
    public async Task A_last_line_is_no_torn_tail_where_a_file_before_it_lost_its_last_line_feed()
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().Event("one").Header("\"segment\":2").Event("two");
        log.Lines[3][20] ^= 1;
        var path = directory.Write("r.jsonl", HandWrittenLog.Join(log.Lines.Take(2)).AsSpan()[..^1]);
        directory.Write("r.2.jsonl", HandWrittenLog.Join(log.Lines.Skip(2)));
        Assert.Equal([false, false], await TornTails(path));
    }

    // Of each damage that is told one at a time, on the caller's thread and in the background.
    private static async Task<IEnumerable<bool>> TornTails(string path)
    {
        var (told, later) = (new List<LogDamage>(), new List<LogDamage>());
        var steps = StepLogFile.ReadSteps(path, onDamage: told.Add).ToList();
        Assert.Equal(steps, await StepLogFile.ReadStepsAsync(path, onDamage: later.Add, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(told, later);
        Assert.Equal(told is [{ IsTornTail: true }], StepLogFile.Read(path).Damage!.IsTornTail);
        return told.Select(static damage => damage.IsTornTail);
    }

    [Fact]
    public async Task Reading_in_the_background_ends_when_it_is_canceled()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path);
        using var source = new CancellationTokenSource();
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var step in StepLogFile.ReadStepsAsync(path, cancellationToken: source.Token))
            {
                if (++read == 3)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.InRange(read, 3, 64); // what was read at once comes
    }

    [Fact]
    public async Task What_is_no_log_is_said_when_it_is_enumerated()
    {
        using var directory = new TempDirectory();
        var steps = StepLogFile.ReadSteps(directory.Write("notes.txt", "# Notes\n"u8));
        Assert.Contains("is no step log of version 1", Assert.Throws<StepLogException>(() => steps.First()).Message, StringComparison.Ordinal);
        Assert.Contains("There is no log file", Assert.Throws<StepLogException>(() => StepLogFile.ReadSteps(directory.In("gone.jsonl")).First()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => StepLogFile.ReadSteps(null!));
        await Assert.ThrowsAsync<StepLogException>(async () =>
            await StepLogFile.ReadStepsAsync(directory.In("gone.jsonl"), cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Steps_that_were_read_are_not_held()
    {
        using var directory = new TempDirectory();
        using var steps = StepLogFile.ReadSteps(Write(directory.Path)).GetEnumerator();
        var first = First(steps);
        for (var i = 0; i < 100; i++)
        {
            Assert.True(steps.MoveNext());
        }

        Until.IsGone(first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference First(IEnumerator<Step> steps)
    {
        Assert.True(steps.MoveNext());
        return new(steps.Current);
    }

    private static string Write(string directory)
    {
        using var log = StepLog.Start(directory, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        for (var i = 0; i < 500; i++)
        {
            Calls.Say($"say {i} {new string('x', 400)}");
        }

        log.Complete();
        return log.Path!;
    }
}
