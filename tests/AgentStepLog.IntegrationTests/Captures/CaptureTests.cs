namespace AgentStepLog.IntegrationTests.Captures;

[StepLog(typeof(Vault))]
public sealed partial class VaultLog;

/// <summary>How much of a call is recorded: what its method says, else the log; and never more than the log's limit.</summary>
public sealed class CaptureTests
{
    [Fact]
    public void A_methods_own_word_goes_before_the_logs()
    {
        using var log = VaultLog.InMemory();
        CallAll();

        Assert.Equal(
            ["Open hash hash", "Close - -", "Count full full", "Weigh hash hash", "Ask full full", "AskQuietly - -", "Guard - -"],
            Recorded(log));
    }

    [Fact]
    public void The_logs_word_holds_for_all_others()
    {
        using var log = VaultLog.InMemory(new() { ToolContent = CaptureMode.None, LlmContent = CaptureMode.Hash });
        CallAll();

        Assert.Equal(
            ["Open hash hash", "Close - -", "Count - -", "Weigh hash hash", "Ask full full", "AskQuietly hash hash", "Guard - -"],
            Recorded(log));
    }

    [Theory]
    [InlineData(CaptureMode.None, "Open - -, Close - -, Count - -, Weigh - -, Ask - -, AskQuietly - -, Guard - -")]
    [InlineData(CaptureMode.Hash, "Open hash hash, Close - -, Count hash hash, Weigh hash hash, Ask hash hash, AskQuietly - -, Guard - -")]
    public void No_call_is_recorded_with_more_than_the_logs_limit(CaptureMode limit, string expected)
    {
        using var log = VaultLog.InMemory(new() { ContentLimit = limit });
        CallAll();
        log.ToolCall("by hand", JsonText.Object(("secret", JsonText.Of("s")))).Dispose();

        Assert.Equal(expected, string.Join(", ", Recorded(log).Take(7)));
        Assert.DoesNotContain("\"secret\"", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_by_a_model_are_held_to_it_and_the_model_gets_its_answer()
    {
        using var log = VaultLog.InMemory();
        var tools = new Vault().AgentTools();
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal("closed 3", (await tools.InvokeAsync("Close", "{\"box\":3}", cancellationToken: cancel)).Content);
        Assert.Equal("box 3", (await tools.InvokeAsync("Open", "{\"box\":3}", cancellationToken: cancel)).Content);

        Assert.Equal(["Close - -", "Open hash hash"], Recorded(log));
    }

    [Fact]
    public void A_step_without_its_values_is_typed_where_its_method_says_that_it_has_none()
    {
        using var log = VaultLog.InMemory();
        CallAll();
        new Vault().Move(1);

        var open = Assert.Single(log.Steps.OfType<VaultLog.OpenStep>());
        Assert.Equal((null, null, true), (open.Box, open.Output, open.Succeeded));
        Assert.Single(log.Steps.OfType<VaultLog.CloseStep>());
        Assert.Equal((4, 40), (Assert.Single(log.Steps.OfType<VaultLog.CountStep>()).Floor, log.Steps.OfType<VaultLog.CountStep>().Single().Output));
        // Which of two overloads it was, nothing says.
        Assert.Equal(typeof(ToolCallStep), Assert.Single(log.Steps.OfType<ToolCallStep>(), step => step.Tool == "Move").GetType());
    }

    [Fact]
    public async Task A_history_that_each_call_carries_is_stored_once_and_each_typed_step_has_it_whole()
    {
        using var log = VaultLog.InMemory();
        var turns = new List<Turn>();
        for (var i = 0; i < 60; i++)
        {
            turns.Add(new(i % 2 == 0 ? "user" : "assistant", $"{i} {new string('t', 200)}"));
            await new Vault().ChatAsync(turns, i);
        }

        var steps = log.Steps.OfType<VaultLog.ChatStep>().ToList();
        Assert.Equal(60, steps.Count);
        Assert.All(steps, (step, i) =>
        {
            Assert.Equal(i, step.Seed);
            Assert.Equal(turns[..(i + 1)], step.Turns!);
        });
        Assert.True(log.ToArray().Length < 100_000, $"{log.ToArray().Length} bytes of lines");
        Assert.InRange(log.Health.Blobs, 1, 60);
    }

    [Fact]
    public void The_manifest_tells_it()
    {
        var methods = BuildManifest.Of(typeof(Vault).Assembly)!.Methods.Where(method => method.Member.Contains("Captures.Vault", StringComparison.Ordinal)).ToList();

        Assert.Equal(CaptureMode.Hash, methods.Single(method => method.Name == "Open").Capture);
        Assert.Equal(CaptureMode.None, methods.Single(method => method.Name == "Close").Capture);
        Assert.Equal(CaptureMode.Full, methods.Single(method => method.Name == "Ask").Capture);
        Assert.Null(methods.Single(method => method.Name == "Count").Capture);
    }

    private static void CallAll()
    {
        var vault = new Vault();
        vault.Open(1);
        vault.Close(2);
        vault.Count(4);
        Assert.Equal(6, vault.Weigh(3));
        vault.Ask("where?");
        vault.AskQuietly("who?");
        vault.Guard("the door");
    }

    private static List<string> Recorded(StepLog log) =>
        [.. log.Steps.OfType<CallStep>().Select(step => $"{step.Method?[(step.Method.LastIndexOf('.') + 1)..]} {Form(step.InputJson)} {Form(step.OutputJson)}")];

    private static string Form(JsonText json) => json.IsAbsent ? "-" : json.ToString().StartsWith("{\"$hash\"", StringComparison.Ordinal) ? "hash" : "full";
}
