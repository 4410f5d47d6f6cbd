namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>An agent whose calls are made only if they can be recorded.</summary>
public sealed class SurviveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void Each_call_is_announced_before_it_is_made()
    {
        using var log = Start(_folder.FullName);
        using (var call = log.ToolCall("Pay"))
        {
            Assert.IsType<IntentStep>(log.Steps[^1]);
            call.Complete();
        }
    }

    #region README
    private static StepLog Start(string directory) =>
        StepLog.Start(directory, new() { Durability = Durability.Durable, OnLogFailure = LogFailurePolicy.FailClosed });
    #endregion

    public void Dispose() => _folder.Delete(recursive: true);
}
