using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Following a damaged run gives the steps that reading it gives, and says the same of the damage.</summary>
public sealed class FollowedStepsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(62)] // the damage stands in the next part that is read at once
    [InlineData(63)]
    public async Task All_steps_before_damage_are_given_and_its_line_is_named(int events)
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header();
        for (var i = 0; i < events; i++)
        {
            log.Event("tick");
        }

        var path = directory.Write("r.jsonl", log.End().Bytes("garbage"u8.ToArray()).ToArray());
        var (followed, message) = await Followed(directory);
        var (read, said) = Read(path);
        Assert.Equal(events + 2, followed.Count);
        Assert.Equal(read, followed);
        Assert.Equal(Finding(said), Finding(message));
        Assert.Contains($"{path}: Damaged: line {events + 3} of the file (step {events + 2}) does not end with its checksum", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_in_a_next_file_is_named_by_its_line_there()
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().Event("one").Header("\"segment\":2").Event("two").Bytes("garbage"u8.ToArray());
        directory.Write("r.jsonl", HandWrittenLog.Join(log.Lines.Take(2)));
        var next = directory.Write("r.2.jsonl", HandWrittenLog.Join(log.Lines.Skip(2)));
        var (followed, message) = await Followed(directory);
        Assert.Equal(4, followed.Count);
        Assert.Contains($"{next}: Damaged: line 3 of the file (step 4) ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_next_file_holds_again_is_no_damage()
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().Event("one").Header("\"segment\":2").Event("two").End();
        var path = directory.Write("r.jsonl", [.. HandWrittenLog.Join(log.Lines.Take(2)), .. "garbage\n"u8]);
        directory.Write("r.2.jsonl", HandWrittenLog.Join(log.Lines.Skip(2)));
        var (followed, message) = await Followed(directory);
        Assert.Equal("", message);
        Assert.Equal(StepLogFile.ReadSteps(path), followed);
    }

    [Theory]
    [InlineData("# Notes\n")]
    [InlineData("# Notes")] // no header begins so: nothing is waited for
    [InlineData("{\"Level\":\"Information\"}\n")]
    [InlineData("{\"v\":2,\"run_id\":\"r\",\"step\":0}\n")]
    [InlineData("{\"v\":1,\"run_id\":\"r\",\"step\":0,\"type\":\"run_start\"}\n")]
    public async Task A_file_that_is_no_log_is_refused_in_the_words_of_all_others(string content)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("r.jsonl", Encoding.UTF8.GetBytes(content));
        var (followed, message) = await Followed(directory);
        Assert.Empty(followed);
        Assert.Contains($"{path} is no step log of version 1: ", message, StringComparison.Ordinal);
        Assert.Equal(Read(path).Said, message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_file_without_a_whole_header_is_waited_for(int bytes)
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header().End().ToArray();
        var path = directory.Write("r.jsonl", log.AsSpan(0, bytes));
        await using var steps = Steps(directory).GetAsyncEnumerator(Cancellation);
        var first = steps.MoveNextAsync().AsTask();
        await Task.Delay(100, Cancellation);
        Assert.False(first.IsCompleted);
        await File.WriteAllBytesAsync(path, log, Cancellation);
        Assert.True(await first);
        Assert.True(await steps.MoveNextAsync());
        Assert.False(await steps.MoveNextAsync());
    }

    private static IAsyncEnumerable<Step> Steps(TempDirectory directory) =>
        StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: TimeSpan.FromMilliseconds(5), cancellationToken: Cancellation);

    private static async Task<(List<Step> Steps, string Said)> Followed(TempDirectory directory)
    {
        var given = new List<Step>();
        try
        {
            await foreach (var step in Steps(directory).WithCancellation(Cancellation))
            {
                given.Add(step);
            }

            return (given, "");
        }
        catch (StepLogException e)
        {
            return (given, e.Message);
        }
    }

    private static (List<Step> Steps, string Said) Read(string path)
    {
        var given = new List<Step>();
        return (given, Assert.Throws<StepLogException>(() =>
        {
            foreach (var step in StepLogFile.ReadSteps(path))
            {
                given.Add(step);
            }
        }).Message);
    }

    // Less what to do about it.
    private static string Finding(string message) => message[..message.IndexOf(" To read", StringComparison.Ordinal)];
}
