namespace AgentStepLog.IntegrationTests.Guide;

public sealed class ReadingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("guide").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_log_is_verified_read_and_summed_up_and_an_edit_is_found()
    {
        var path = await ShopRun.ServeAsync("four teas", new ScriptedModel(), _directory);

        #region README
        var verification = StepLogVerifier.Verify(path);
        Assert.True(verification.IsIntact, verification.Message);   // and verification.Verdict is SelfConsistent

        var run = ShopLog.Read(path);
        Assert.Equal((RunOutcome.Completed, "clerk", null), (run.Outcome, run.Header.Agent, run.Damage));
        Assert.Equal((2L, 1L, 70L), (run.Summary.ToolCalls, run.Summary.Errors, run.Summary.InputTokens));
        foreach (var step in run.Steps.OfType<ShopLog.PlaceOrderStep>())
        {
            Assert.Equal(4, step.Order!.Pieces);
        }

        File.WriteAllText(path, File.ReadAllText(path).Replace("\"pieces\":4", "\"pieces\":1"));
        var edited = StepLogVerifier.Verify(path);
        Assert.Equal((Verdict.Tampered, 5L), (edited.Verdict, edited.BadStep));     // edited.Message says what is wrong there
        #endregion
    }

    [Fact]
    public async Task Every_reader_gives_the_typed_steps_that_it_is_given_the_types_of()
    {
        var path = await ShopRun.ServeAsync("four teas", new ScriptedModel(), _directory);
        var run = StepLogDirectory.Open(_directory).GetRuns().Single();
        var token = TestContext.Current.CancellationToken;
        var followed = new List<Step>();
        await foreach (var step in run.FollowAsync(ShopLog.Types, cancellationToken: token))
        {
            followed.Add(step);
        }

        var expected = ShopLog.Read(path).Steps;
        Assert.Contains(expected, static step => step is ShopLog.PlaceOrderStep);
        Assert.Equal(expected, followed);
        Assert.Equal(expected, StepLogFile.ReadSteps(path, ShopLog.Types));
        Assert.Equal(expected, (await StepLogFile.ReadAsync(path, ShopLog.Types, cancellationToken: token)).Steps);
        Assert.DoesNotContain(StepLogFile.ReadSteps(path), static step => step is ShopLog.PlaceOrderStep);
    }
}
