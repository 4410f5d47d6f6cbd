using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Who follows a run is told of what happens to its files meanwhile, and misses nothing of them.</summary>
public sealed class FollowDamageTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(5);

    // What is not told in this time is waited for without an end.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(40)] // in the middle of a line
    [InlineData(0)] // at its end
    public async Task A_file_that_was_cut_below_what_was_given_is_told(int less)
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().Event("one").Event("two");
        var path = directory.Write("r.jsonl", log.ToArray());
        var message = await ToldOf(directory, 3, () => File.WriteAllBytes(path, HandWrittenLog.Join(log.Lines.Take(2))[..^less]));
        Assert.Contains($"{path} was cut, or replaced, while it was followed", message, StringComparison.Ordinal);
        Assert.Contains($"up to byte {log.ToArray().Length}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_took_the_place_of_is_told_though_it_is_longer()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("r.jsonl", new HandWrittenLog("r").Header().Event("one").ToArray());
        var other = new HandWrittenLog("r").Header().Event(new string('x', 2_000)).ToArray()[..^1];
        Assert.Contains("was cut, or replaced", await ToldOf(directory, 2, () => File.WriteAllBytes(path, other)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)] // the end is the last step of what is read at once
    [InlineData(64)]
    public async Task What_stands_behind_the_end_is_given_wherever_the_end_stands(int end)
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header();
        while (log.Lines.Count < end)
        {
            log.Event("tick");
        }

        log.End().Line("checkpoint", "\"size\":1,\"root\":\"AAAA\"");
        var path = directory.Write("r.jsonl", log.ToArray());
        var followed = await Run(directory).FollowAsync(pollInterval: TimeSpan.FromDays(1), cancellationToken: Cancellation).ToListAsync(Cancellation); // and is not waited for
        Assert.Equal(end + 2, followed.Count);
        Assert.Equal(StepLogFile.ReadSteps(path), followed);
    }

    [Fact]
    public async Task A_line_without_an_end_is_followed_no_longer_than_it_is_wanted()
    {
        using var directory = new TempDirectory();
        using (var endless = File.Create(directory.Write("r.jsonl", new HandWrittenLog("r").Header().ToArray())))
        {
            endless.SetLength(1L << 40); // sparse: to read it would take an hour
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        source.CancelAfter(TimeSpan.FromMilliseconds(200));
        var following = Task.Run(async () => await Run(directory).FollowAsync(pollInterval: s_soon, cancellationToken: source.Token).ToListAsync(source.Token), Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following.WaitAsync(s_patience, Cancellation));
    }

    private static StepLogRun Run(TempDirectory directory) => StepLogDirectory.Open(directory.Path).FindRun("r")!;

    // What is said once so many steps were given, and something then happens to the file.
    private static async Task<string> ToldOf(TempDirectory directory, int steps, Action happens)
    {
        await using var followed = Run(directory).FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        for (var i = 0; i < steps; i++)
        {
            Assert.True(await followed.MoveNextAsync());
        }

        happens();
        return (await Assert.ThrowsAsync<StepLogException>(() => followed.MoveNextAsync().AsTask().WaitAsync(s_patience, Cancellation))).Message;
    }
}
