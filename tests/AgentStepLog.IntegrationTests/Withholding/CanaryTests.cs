using System.Text;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>
/// A thousand sensitive values in arguments and results of tools that a model calls, repeated by everybody who speaks: none of them stands in any byte
/// that is written after the run withheld it, although the messages are recorded in full.
/// </summary>
public sealed class CanaryTests : IDisposable
{
    private const int Values = 1_000;
    private const int CallsAtOnce = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("spoken").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("table", false)]
    [InlineData("table", true)]
    [InlineData("functions", false)]
    [InlineData("functions", true)]
    [InlineData("snake", false)]
    [InlineData("snake", true)]
    public async Task No_sensitive_value_of_a_tool_comes_out_of_a_log_that_holds_all_messages(string way, bool streams)
    {
        var secrets = new SpokenSecrets(7);

        var output = await Run(secrets, way, streams, new() { LlmContent = CaptureMode.Full });

        Assert.True(secrets.All.Count >= Values, $"{secrets.All.Count} values");
        Assert.Empty(secrets.In(output));
        Assert.All(["iban", "amount", "token", "password", "addresses", "number", "logins"], kind => Assert.Contains($"[redacted:{kind}]", output, StringComparison.Ordinal));
        Assert.Contains("\"$thread\"", output, StringComparison.Ordinal);
    }

    // What the test above would see.
    [Theory]
    [InlineData("functions", false)]
    [InlineData("functions", true)]
    public async Task Without_a_set_of_known_values_the_answers_tell_them(string way, bool streams)
    {
        var secrets = new SpokenSecrets(8);

        var output = await Run(secrets, way, streams, new() { LlmContent = CaptureMode.Full, WithheldValueLimit = 0 });

        Assert.True(secrets.In(output).Count > Values / 2);
    }

    [Fact]
    public async Task A_set_that_is_full_says_so_and_withholds_what_it_has()
    {
        var secrets = new SpokenSecrets(9);
        StepLogHealth health = default;

        var output = await Run(secrets, "functions", streams: false, new() { LlmContent = CaptureMode.Full, WithheldValueLimit = 100 }, log => health = log.Health);

        Assert.Equal(100, health.WithheldValues);
        Assert.True(health.WithheldValuesLeftOut > 0);
        Assert.DoesNotContain(secrets.All[0], output, StringComparison.Ordinal);
        Assert.NotEmpty(secrets.In(output));
    }

    private async Task<string> Run(SpokenSecrets secrets, string way, bool streams, StepLogOptions options, Action<StepLog>? before = null)
    {
        var bank = new Bank(
            _ => new("Ada", secrets.Text(), secrets.Number(), [new("ada", secrets.Text())]),
            _ => secrets.Text());
        using var model = new ScriptedChat();
        using var client = new FunctionInvokingChatClient(new RecordedChat(model)) { AllowConcurrentInvocation = true, MaximumIterationsPerRequest = 1000 };
        var seen = new StringBuilder();
        options.Agent = "bank";
        var log = StepLog.Start(Path.Combine(_folder, "logs"), options);
        using (log)
        {
            using var subscription = log.Subscribe("*", step =>
            {
                lock (seen)
                {
                    Tell(seen, step);
                }
            });
            var history = new List<ChatMessage> { new(ChatRole.User, "Do as you are told.") };
            for (var turn = 0; secrets.All.Count < Values; turn++)
            {
                var told = secrets.All.Count;
                model.Say([new TextContent("I begin."), .. Calls(secrets, turn, way)]);
                model.Say(() => [new TextContent(string.Join(", ", secrets.All.Skip(told)))]);
                var chatOptions = new ChatOptions { Tools = [.. Tools(bank, way)] };
                var response = streams
                    ? await client.GetStreamingResponseAsync(history, chatOptions).ToChatResponseAsync()
                    : await client.GetResponseAsync(history, chatOptions);
                history.AddRange(response.Messages);
                history.Add(new(ChatRole.User, $"And {secrets.All[told]}, what of that?"));
                log.Record(new EventStep { Name = "answered", Data = JsonText.Object(("text", JsonText.Of(response.Text)), (secrets.All[^1], JsonText.Of(1))) });
            }

            before?.Invoke(log);
            foreach (var step in log.Steps)
            {
                Tell(seen, step);
            }

            log.Complete(string.Join(" and ", secrets.All));
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            seen.AppendLine(File.ReadAllText(file));
        }

        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        return seen.ToString();
    }

    private static void Tell(StringBuilder to, Step step)
    {
        to.AppendLine(step.ToString());
        if (step is CallStep call)
        {
            to.AppendLine(call.InputJson.ToString()).AppendLine(call.OutputJson.ToString()).AppendLine(call.Error);
        }
        else if (step is EventStep { Data: var data })
        {
            to.AppendLine(data.ToString());
        }
    }

    private static IEnumerable<AIContent> Calls(SpokenSecrets secrets, int turn, string way)
    {
        for (var i = 0; i < CallsAtOnce; i++)
        {
            var (name, arguments) = (i % CallsAtOnce) switch
            {
                0 => ("Refund", new Dictionary<string, object?> { ["id"] = i, ["iban"] = secrets.Text(), ["amount"] = secrets.Number() }),
                1 => ("GetAccount", new() { ["id"] = i }),
                2 => ("IssueToken", new() { ["id"] = i }),
                3 => ("LogIn", new() { ["id"] = i, ["login"] = new Dictionary<string, object?> { ["user"] = "ada", ["password"] = secrets.Text() } }),
                4 => ("Notify", new() { ["id"] = i, ["addresses"] = new[] { secrets.Text(), secrets.Text() } }),
                _ => ("Paint", new() { ["id"] = i, ["colour"] = "Magenta", ["whole"] = new Dictionary<string, object?> { ["user"] = secrets.Text(), ["password"] = secrets.Text() } }),
            };
            yield return new FunctionCallContent($"call-{turn}-{i}", Named(name, way), arguments);
        }
    }

    private static string Named(string name, string way) => way == "snake" ? s_snake[name] : name;

    private static readonly Dictionary<string, string> s_snake = new()
    {
        ["Refund"] = "refund", ["GetAccount"] = "get_account", ["IssueToken"] = "issue_token", ["LogIn"] = "log_in", ["Notify"] = "notify", ["Paint"] = "paint",
    };

    private static IEnumerable<AITool> Tools(Bank bank, string way)
    {
        if (way == "table")
        {
            var table = bank.AgentTools();
            return table.Select(tool => new TableFunction(table, tool));
        }

        string? Name(string name) => way == "snake" ? s_snake[name] : null;
        return
        [
            AIFunctionFactory.Create(bank.Refund, Name("Refund")),
            AIFunctionFactory.Create(bank.GetAccountAsync, Name("GetAccount")),
            AIFunctionFactory.Create(bank.IssueTokenAsync, Name("IssueToken")),
            AIFunctionFactory.Create(bank.LogIn, Name("LogIn")),
            AIFunctionFactory.Create(bank.Notify, Name("Notify")),
            AIFunctionFactory.Create(bank.Paint, Name("Paint"), serializerOptions: Options),
        ];
    }

    private static readonly System.Text.Json.JsonSerializerOptions Options = new(AIJsonUtilities.DefaultOptions)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}
