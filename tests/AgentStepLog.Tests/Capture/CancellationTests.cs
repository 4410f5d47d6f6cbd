using System.Net;
using System.Net.Sockets;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

/// <summary>Which failures are cancellations: what was canceled, and not what took too long.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();

    public static TheoryData<string> Ways() => ["thrown", "faulted", "canceled", "later", "value task", "async method", "stream", "sequence", "by hand"];

    public void Dispose() => _log.Dispose();

    public static IEnumerable<(Exception Thrown, bool Canceled)> Thrown() =>
    [
        (new OperationCanceledException("stop"), true),
        (new OperationCanceledException("stop", new CancellationToken(canceled: true)), true),
        (new TaskCanceledException("stop", new IOException("closed")), true),
        (new TaskCanceledException("HttpClient.Timeout elapsed", new TimeoutException("too slow", new IOException("closed"))), false),
        (new OperationCanceledException("outer", new TaskCanceledException("inner", new TimeoutException("too slow"))), false),
        (new OperationCanceledException("outer", new IOException("inner", new TimeoutException("too slow"))), false),
        (new Canceled("of the user's"), true),
        (new Canceled("of the user's", new System.Text.RegularExpressions.RegexMatchTimeoutException()), false),
        (new TimeoutException("too slow"), false),
        (new TimeoutException("too slow", new OperationCanceledException()), false),
        (new IOException("failed", new OperationCanceledException()), false),
        (new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout of 0:00:10. "), false),
        (new TaskCanceledException("A task was canceled before its timeout."), true),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cancellation_is_recorded_as_one_unless_a_timeout_is_within_it_by_whatever_way_it_comes(string way)
    {
        foreach (var (thrown, canceled) in Thrown())
        {
            if (way != "canceled" || thrown is OperationCanceledException)
            {
                await FailAsync(way, thrown);
                var step = _log.Steps.OfType<ToolCallStep>().Last();
                Assert.Equal((thrown.Message, thrown.GetType().FullName, canceled), (step.Error, step.ErrorType, step.Canceled));
                Assert.Equal(thrown.InnerException?.Message, step.ErrorCauses.Count == 0 ? null : step.ErrorCauses[0].Message);
            }
        }

        Assert.InRange(_log.Summarize().Errors, 9, 13);
    }

    [Fact]
    public async Task The_timeout_of_an_http_client_is_a_failure_with_its_cause()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };

        var thrown = await Assert.ThrowsAsync<TaskCanceledException>(() => Calls.Text(Calls.Echo, () => client.GetStringAsync(Address(silent))));

        var step = Step();
        Assert.False(step.Canceled);
        Assert.Equal(("System.Threading.Tasks.TaskCanceledException", thrown.Message), (step.ErrorType, step.Error));
        Assert.Equal((1, "System.TimeoutException"), (step.ErrorCauses[0].Depth, step.ErrorCauses[0].Type));
    }

    [Fact]
    public async Task A_request_that_its_caller_cancels_is_canceled_though_its_client_has_a_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        using var caller = new CancellationTokenSource();

        var pending = Calls.Text(Calls.Echo, () => client.GetStringAsync(Address(silent), caller.Token));
        await caller.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => pending);

        Assert.True(Step().Canceled);
    }

    [Fact]
    public async Task Waiting_for_a_time_only_throws_a_timeout_and_that_is_no_cancellation()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Calls.Text(Calls.Echo, () => new TaskCompletionSource<string>().Task.WaitAsync(TimeSpan.FromMilliseconds(1))));

        Assert.False(Step().Canceled);
    }

    // Nothing tells this token from that of a user who lost patience: the exception says that the work was canceled, and so it was, by the tool itself.
    [Fact]
    public async Task A_tool_that_cancels_its_own_work_after_a_time_was_canceled()
    {
        await Assert.ThrowsAsync<TaskCanceledException>(() => Calls.Text(Calls.Echo, async () =>
        {
            using var own = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
            await Task.Delay(Timeout.Infinite, own.Token);
            return "";
        }));

        Assert.True(Step().Canceled);
    }

    [Fact]
    public async Task A_run_that_fails_by_a_timeout_was_not_canceled()
    {
        await FailAsync("by hand", new IOException());
        _log.Fail(new TaskCanceledException("slow", new TimeoutException("too slow")));

        var end = LogLines.Single(_log, "run_end");
        Assert.False(end.TryGetProperty("canceled", out _));
        Assert.Equal("System.TimeoutException", end.GetProperty("error_causes")[0].GetProperty("type").GetString());
    }

    private static string Address(TcpListener listener) => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    private ToolCallStep Step() => Assert.Single(_log.Steps.OfType<ToolCallStep>());

    private async Task FailAsync(string way, Exception thrown)
    {
        var caught = await Record.ExceptionAsync(async () =>
        {
            switch (way)
            {
                case "thrown":
                    Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => Surf.Sea.Throw(thrown));
                    break;
                case "faulted":
                    await Calls.Text(Calls.Echo, () => Task.FromException<string>(thrown));
                    break;
                case "canceled":
                    await Calls.Text(Calls.Echo, () => Ended(thrown));
                    break;
                case "later":
                    var source = new TaskCompletionSource<string>();
                    var pending = Calls.Text(Calls.Echo, () => source.Task);
                    source.SetException(thrown);
                    await pending;
                    break;
                case "value task":
                    await StepScope.Begin(Calls.Echo, Calls.Origin)!.EndValueTask(new ValueTask<string>(Ended(thrown)), null);
                    break;
                case "async method":
                    await Calls.Text(Calls.Echo, () => Ended(thrown, Task.Delay(1, TestContext.Current.CancellationToken)));
                    break;
                case "stream":
                    await Streams.Drain(Streams.Async(Items(thrown)));
                    break;
                case "sequence":
                    Assert.Empty(Streams.Lazy(Sequence(thrown), static (w, v) => w.Value(v)).ToList());
                    break;
                default:
                    _log.ToolCall("t").Use(call => call.Fail(thrown));
                    throw thrown;
            }
        });
        Assert.Same(thrown, caught);
    }

    // A task that is canceled, and not faulted, where a cancellation is thrown.
    private static async Task<string> Ended(Exception thrown, Task? before = null)
    {
        await (before ?? Task.CompletedTask);
        throw thrown;
    }

    private static async IAsyncEnumerable<int> Items(Exception thrown)
    {
        yield return 1;
        await Task.Yield();
        throw thrown;
    }

    private static IEnumerable<int> Sequence(Exception thrown)
    {
        yield return 1;
        throw thrown;
    }

    private sealed class Canceled(string message, Exception? inner = null) : OperationCanceledException(message, inner);
}
