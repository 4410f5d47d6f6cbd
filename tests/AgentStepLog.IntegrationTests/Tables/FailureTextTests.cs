using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>What a model reads of failures, and what the log tells of their causes.</summary>
public sealed class FailureTextTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();
    private readonly ToolTable _tools = new Frail().AgentTools();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("Port", "The input string '80a' was not in a correct format.", "System.TypeInitializationException", "System.FormatException")]
    [InlineData("Reflect", "no such device", "System.Reflection.TargetInvocationException", "System.IO.IOException")]
    [InlineData("Block", "the disk is full", "System.AggregateException", "System.IO.IOException")]
    public async Task Of_a_wrapper_that_says_nothing_the_model_reads_what_is_within_and_the_log_has_both(string tool, string text, string type, string cause)
    {
        var result = await _tools.InvokeAsync(tool, "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, text), (result.IsError, result.Content));
        Assert.Equal(type, result.Exception!.GetType().FullName);
        var step = Step();
        Assert.Equal((result.Exception.Message, type), (step.Error, step.ErrorType));
        Assert.Equal(new ErrorCause { Depth = 1, Type = cause, Message = text }, Assert.Single(step.ErrorCauses));
    }

    [Fact]
    public async Task Of_an_exception_with_words_of_its_own_the_model_reads_these_and_the_log_has_the_cause()
    {
        var result = await _tools.InvokeAsync("Save", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("An error occurred while saving the changes. See the inner exception for details.", result.Content);
        Assert.Equal([(1, "System.IO.IOException", "UNIQUE constraint failed: Orders.Id")], Step().ErrorCauses.Select(c => (c.Depth, c.Type, c.Message)));
        Assert.Throws<InvalidOperationException>(() => new Frail().Save());
        Assert.Equal(Step(0).ErrorCauses, Step(1).ErrorCauses);
    }

    [Theory]
    [InlineData("Fail", "", "Invalid operation.")]
    [InlineData("Fail", "  ", "Invalid operation.")]
    [InlineData("FailLater", "\n\t", "IO error.")]
    [InlineData("FailLater", "\u200B", "IO error.")]
    public async Task A_failure_without_words_is_no_empty_text(string tool, string text, string expected)
    {
        var result = await _tools.InvokeAsync(tool, JsonSerializer.Serialize(new { text }), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((true, expected, expected), (result.IsError, result.Content, result.ToString()));
        Assert.Equal(text, Step().Error);
        Assert.False(Step().Succeeded);
    }

    [Theory]
    [InlineData("Say")]
    [InlineData("SayLater")]
    [InlineData("SaySoon")]
    public async Task A_result_without_anything_to_see_is_no_empty_text(string tool)
    {
        foreach (var (text, expected) in new[] { ("", "\"\""), (" ", "\" \""), ("\r\n", "\"\\r\\n\""), ("\u200B", "\"\u200B\""), (null, "null"), ("x", "x") })
        {
            var result = await _tools.InvokeAsync(tool, JsonSerializer.Serialize(new { text }), cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal((false, expected), (result.IsError, result.Content));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(_log.Steps.OfType<ToolCallStep>().Last().OutputJson.ToString()));
        }
    }

    [Fact]
    public async Task A_timeout_within_a_tool_is_an_error_for_the_model_and_no_cancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var caller = new CancellationTokenSource();

        var result = await _tools.InvokeAsync("Get", $$"""{"url":"{{Address(silent)}}"}""", cancellationToken: caller.Token);

        Assert.True(result.IsError);
        Assert.Contains("HttpClient.Timeout", result.Content, StringComparison.Ordinal);
        Assert.Equal((false, "System.Threading.Tasks.TaskCanceledException", "System.TimeoutException"), (Step().Canceled, Step().ErrorType, Step().ErrorCauses[0].Type));
    }

    [Fact]
    public async Task The_network_timeout_of_a_model_s_client_is_no_cancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        await Assert.ThrowsAsync<TaskCanceledException>(() => Frail.Ask(Address(silent)));

        var step = Assert.Single(_log.Steps.OfType<LlmCallStep>());
        Assert.Equal((false, "System.Threading.Tasks.TaskCanceledException"), (step.Canceled, step.ErrorType));
    }

    private static string Address(TcpListener listener) => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    private ToolCallStep Step(int index = 0) => _log.Steps.OfType<ToolCallStep>().ElementAt(index);
}
