using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>The frames of an error are the user's and the framework's, and none of this library's.</summary>
public sealed class OwnFrameTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Every_namespace_of_the_library_is_known()
    {
        var spaces = typeof(StepLog).Assembly.GetTypes().Concat(typeof(Step).Assembly.GetTypes()).Select(static t => t.Namespace ?? "").Where(static n => n.StartsWith("AgentStepLog.", StringComparison.Ordinal));

        Assert.Equal(spaces.Select(static n => n.Split('.')[1]).Append("Generated").Distinct().Order(StringComparer.Ordinal), OwnFrames.Rooms);
    }

    [Theory]
    [InlineData("AgentStepLog.CompilerServices.StepScope.Cause(Task task)", true)]
    [InlineData("AgentStepLog.Capture.RecordedAsyncEnumerator`1.MoveNextAsync()", true)]
    [InlineData("AgentStepLog.Generated.Wrappers_Sea.Throw(Sea self) in /src/a.cs:line 3", true)]
    [InlineData("AgentStepLog.ToolFunction.CallAsync(ArgumentSource source)", true)]
    [InlineData("AgentStepLog.ToolTable.<>c.<Of>b__0()", true)]
    [InlineData("AgentStepLog.StepLogFile.Read(String path)", true)]
    [InlineData("AgentStepLog.Directories.RunTail.Lines(ILogFiles files)", true)]
    [InlineData("AgentStepLog.Plugins.Weather.Get()", false)]
    [InlineData("AgentStepLog.Weather.Get()", false)]
    [InlineData("AgentStepLogger.Capture.Get()", false)]
    [InlineData("AgentStepLog.", false)]
    [InlineData("Program.<>c.<Main>b__0_0()", false)]
    public void A_frame_is_ours_by_its_namespace_or_by_a_type_of_the_library(string frame, bool isOurs) => Assert.Equal(isOurs, OwnFrames.Has(frame));

    [Fact]
    public async Task A_canceled_task_has_no_frame_of_the_library()
    {
        var source = new TaskCompletionSource<string>();
        var task = Calls.Text(Calls.Echo, () => source.Task);
        source.SetCanceled(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TaskCanceledException>(() => task);

        var step = Assert.Single(_log.Steps.OfType<ToolCallStep>());
        Assert.True(step.Canceled);
        Assert.DoesNotContain(step.ErrorFrames, static f => f.Contains(nameof(StepScope), StringComparison.Ordinal));
    }
}
