using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

public sealed class WatchTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_that_are_there_that_come_that_grow_and_that_go_are_told()
    {
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "first", "there before");
        await using var changes = StepLogDirectory.Open(directory.Path).WatchAsync(s_soon, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.Equal("first Added", await Next());

        using (var log = StepLog.Start(directory.Path, new() { RunId = "second" }))
        {
            Assert.Equal("second Added", await Next());
            Calls.Say("more");
            Assert.Equal("second Written", await Next());
        }

        File.Delete(directory.In("first.jsonl"));
        string change;
        while ((change = await Next()) == "second Written")
        {
        }

        Assert.Equal("first Removed", change);

        async Task<string> Next()
        {
            Assert.True(await changes.MoveNextAsync());
            return $"{changes.Current.Run.RunId} {changes.Current.Kind}";
        }
    }

    [Fact]
    public async Task A_run_is_followed_over_its_files_to_its_end()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        Calls.Say("before");
        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        var following = Task.Run(async () => await run.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).ToListAsync(Cancellation), Cancellation);
        for (var i = 0; i < 400; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        log.Complete();
        Assert.Equal(StepLogFile.Read(log.Path!).Steps, await following);
    }

    [Fact]
    public async Task A_run_that_is_compressed_while_it_is_followed_is_followed_to_its_end()
    {
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "r", "packed", calls: 100);
        var steps = StepLogFile.Read(directory.In("r.jsonl")).Steps;
        await using var followed = StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await followed.MoveNextAsync());
        var read = new List<Step> { followed.Current };
        StepLogDirectoryTests.Pack(directory.In("r.jsonl"));
        while (await followed.MoveNextAsync())
        {
            read.Add(followed.Current);
        }

        Assert.Equal(steps, read);
    }

    [Fact]
    public async Task A_run_whose_first_file_is_compressed_is_followed_into_the_one_that_is_written()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        for (var i = 0; i < 200; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        StepLogDirectoryTests.Pack(directory.In("r.jsonl"));
        var following = Task.Run(async () => await StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).ToListAsync(Cancellation), Cancellation);
        Calls.Say("more");
        log.Complete();
        Assert.Equal(StepLogFile.Read(directory.In("r.jsonl.gz")).Steps, await following);
    }

    [Fact]
    public async Task A_line_that_has_no_end_and_is_longer_than_one_may_be_is_not_waited_for()
    {
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "r", "long");
        var lines = File.ReadAllLines(directory.In("r.jsonl"));
        File.WriteAllText(directory.In("r.jsonl"), lines[0] + "\n" + new string('x', 70_000));
        var followed = StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation);
        Assert.Contains("has 70000 bytes, and a line has at most 65535", (await Assert.ThrowsAsync<StepLogException>(async () => await followed.ToListAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_while_it_is_followed_or_is_damaged_says_so()
    {
        using var directory = new TempDirectory();
        using (var log = StepLog.Start(directory.Path, new() { RunId = "r" }))
        {
            Calls.Say("one");
            await using var followed = StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
            Assert.True(await followed.MoveNextAsync());
            Assert.True(await followed.MoveNextAsync());
            File.Delete(directory.In("r.jsonl"));
            Assert.Contains("cannot be followed", (await Assert.ThrowsAsync<StepLogException>(async () => await followed.MoveNextAsync())).Message, StringComparison.Ordinal);
        }

        StepLogDirectoryTests.Write(directory, "s", "damaged");
        var bytes = File.ReadAllBytes(directory.In("s.jsonl"));
        bytes[bytes.AsSpan().IndexOf("1 xxx"u8)] = (byte)'7';
        File.WriteAllBytes(directory.In("s.jsonl"), bytes);
        var damaged = StepLogDirectory.Open(directory.Path).FindRun("s")!.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation);
        Assert.Contains("does not have the checksum", (await Assert.ThrowsAsync<StepLogException>(async () => await damaged.ToListAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_and_following_end_when_they_are_canceled()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var listed = StepLogDirectory.Open(directory.Path);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await listed.WatchAsync(s_soon, source.Token).ToListAsync(Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await listed.FindRun("r")!.FollowAsync(pollInterval: s_soon, cancellationToken: source.Token).ToListAsync(Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => listed.WatchAsync(TimeSpan.Zero, Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(() => listed.FindRun("r")!.FollowAsync(pollInterval: TimeSpan.Zero, cancellationToken: Cancellation));
    }
}
