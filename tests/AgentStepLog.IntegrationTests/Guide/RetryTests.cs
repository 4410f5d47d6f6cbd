namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A model that is asked again when it does not answer.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task The_second_attempt_says_that_it_is_one()
    {
        using var log = ShopLog.InMemory();

        Assert.Equal("Tea.", (await AskAsync(new Moody(), ["tea"])).Text);

        Assert.Equal([("Not now.", 1L), (null, (long?)2L)], log.Steps.OfType<ShopLog.AskStep>().Select(s => (s.Error, s.Attempt)));
    }

    #region README
    private static async Task<Reply> AskAsync(IModel model, IReadOnlyList<string> messages)
    {
        for (var attempt = 1; ; attempt++)
        {
            using (CallAttempt.Start(attempt))
            {
                try
                {
                    return await model.AskAsync(messages);
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    await Task.Delay(10 * attempt);
                }
            }
        }
    }
    #endregion

    private sealed class Moody : IModel
    {
        private bool _asked;

        public Task<Reply> AskAsync(IReadOnlyList<string> messages)
        {
            if (!_asked)
            {
                _asked = true;
                throw new HttpRequestException("Not now.");
            }

            return Task.FromResult(new Reply("Tea.", [], "m", new(1, 1), "stop"));
        }
    }
}
