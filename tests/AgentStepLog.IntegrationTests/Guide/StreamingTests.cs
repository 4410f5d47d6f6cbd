using System.Text;

namespace AgentStepLog.IntegrationTests.Guide;

public sealed class StreamingTests
{
    [Fact]
    public async Task A_stream_is_recorded_by_hand_and_one_that_breaks_is_a_failed_step()
    {
        using var log = ShopLog.InMemory();
        Assert.Equal("tea", await ReadAsync(log, Words("t", "ea")));
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(log, Broken()));

        var steps = log.Steps.OfType<LlmCallStep>().ToArray();
        Assert.Equal(["Model gone.", null], steps.Select(static s => s.Error).Reverse());
        Assert.All(steps, static s => Assert.Equal("stream-1", s.Model));
        Assert.Equal(2, steps[0].OutputTokens);
    }

    [Theory]
    [InlineData(CaptureMode.None, false)]
    [InlineData(CaptureMode.Full, true)]
    public async Task What_is_given_by_hand_is_recorded_by_the_mode_of_the_log(CaptureMode mode, bool recorded)
    {
        using var log = ShopLog.InMemory(new() { LlmContent = mode });
        await ReadAsync(log, Words("mint"));

        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.Equal((recorded, recorded), (text.Contains("four teas", StringComparison.Ordinal), text.Contains("mint", StringComparison.Ordinal)));
    }

    #region README
    private static async Task<string> ReadAsync(ShopLog log, IAsyncEnumerable<string> stream)
    {
        using var call = log.LlmCall("stream-1", input: JsonText.Of("four teas"));
        try
        {
            var (text, tokens) = ("", 0);
            await foreach (var word in stream)
            {
                (text, tokens) = (text + word, tokens + 1);
            }

            call.Complete(text, new() { OutputTokens = tokens, StopReason = "stop" });
            return text;
        }
        catch (Exception e)
        {
            call.Fail(e);
            throw;
        }
    }
    #endregion

    private static async IAsyncEnumerable<string> Words(params string[] words)
    {
        foreach (var word in words)
        {
            await Task.Yield();
            yield return word;
        }
    }

    private static async IAsyncEnumerable<string> Broken()
    {
        await Task.Yield();
        yield return "t";
        throw new IOException("Model gone.");
    }
}
