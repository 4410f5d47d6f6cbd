using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Withholding;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Secrets that go into a log in pieces, as a model sends them: put together again, nothing of them is there.</summary>
public sealed class PiecesTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string s_filler = string.Concat(Enumerable.Repeat("all is well; ", 400));

    private readonly string _folder = Directory.CreateTempSubdirectory("pieces").FullName;
    private readonly Safe _safe = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    private static readonly Dictionary<string, Func<Safe, StepLog, string?[], Task>> s_ways = new()
    {
        ["stream"] = (safe, _, pieces) => Drain(safe.PiecesAsync(1, () => pieces)),
        ["updates"] = (safe, _, pieces) => Drain(safe.UpdatesAsync(1, () => pieces)),
        ["updates in pairs"] = (safe, _, pieces) => Done(safe.Replay(
            [.. pieces.Chunk(2).Select(pair => new ChatResponseUpdate(ChatRole.Assistant, [.. pair.Select(piece => new TextContent(piece))]))])),
        ["items with texts"] = (safe, _, pieces) => Done(safe.Letters(1, () => pieces).Count()),
        ["list"] = (safe, _, pieces) => Done(safe.Anything(pieces)),
        ["list with numbers before it"] = (safe, _, pieces) => Done(safe.Anything((object?[])[1, -2.5e-3, .. pieces])),
        ["member"] = (safe, _, pieces) => Done(safe.Write(new("a [", null, [.. pieces.OfType<string>()]))),
        ["list in a list"] = (safe, _, pieces) => Done(safe.Anything(new object[] { new[] { "a" }, pieces })),
        ["by hand"] = (_, log, pieces) =>
        {
            log.ToolCall("t", JsonText.Object(("a", JsonText.Array([.. pieces.Select(JsonText.Of)])))).Complete();
            return Task.CompletedTask;
        },
        ["notes"] = (safe, _, pieces) => Done(safe.NoteAll(1, pieces)),
        ["plan by hand"] = (_, log, pieces) =>
        {
            log.Record(new PlanStep { Plan = JsonText.Of("p"), Facts = JsonText.Array([.. pieces.Select(JsonText.Of)]) });
            return Task.CompletedTask;
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_piece_of_a_token_is_left_wherever_it_was_cut(string way)
    {
        var canary = new Canary();

        var output = await Run(way, canary, new WithholdingOptions());

        Assert.True(canary.Secrets.Count > 100);
        Assert.Empty(canary.Escaped(output));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Without_withholding_they_are(string way)
    {
        var canary = new Canary();

        var output = await Run(way, canary, WithholdingOptions.None);

        Assert.Equal(["blob", "by characters", "in four", "in two"], canary.Escaped(output));
    }

    [Fact]
    public async Task Each_piece_is_marked_and_commits_to_the_whole_token()
    {
        var ring = KeyRing.Create(Path.Combine(_folder, "ring.json"));
        using var log = StepLog.Start(Path.Combine(_folder, "logs"), new() { KeyRing = ring, Subject = "ada" });

        await Drain(_safe.PiecesAsync(1, () => ["use ", "g", "", Token[1..9], null, Token[9..] + ", and", " more"]));

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal("""["use ","[redacted:github-token]","","[redacted:github-token]",null,"[redacted:github-token], and"," more"]""", step.OutputJson.ToString());
        Assert.Equal([("/output/1", "github-token"), ("/output/3", "github-token"), ("/output/5", "github-token")], step.Withheld.Select(r => (r.At, r.Kind)));
        Assert.All(step.Withheld, r => Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada", log.RunId, r, JsonText.Of(Token))));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    // A token that is whole in one item may be the beginning of a longer one.
    [Fact]
    public async Task What_goes_on_in_the_next_item_is_withheld_there_too()
    {
        using var log = StepLog.InMemory();

        await Drain(_safe.PiecesAsync(1, () => [$"key={Token}", "andMore", " end", Token, Token[4..20]]));

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal("""["key=[redacted:github-token]","[redacted:github-token]"," end","[redacted:github-token]","[redacted:github-token]"]""", step.OutputJson.ToString());
    }

    [Fact]
    public void Pieces_within_a_huge_list_are_withheld_before_it_goes_to_a_blob()
    {
        using var log = StepLog.Start(_folder);

        _safe.Anything(new[] { new string('u', 2 << 20), Token[..20], Token[20..] });

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(["/input/value/1", "/input/value/2", "/output/1", "/output/2"], step.Withheld.Select(r => r.At));
        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        Assert.Contains(files, text => text.Contains("\"[redacted:github-token]\",\"[redacted:github-token]\"", StringComparison.Ordinal));
        Assert.All(files, text => Assert.DoesNotContain(Token[20..], text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sk-", "SK", "en-US", "de-DE")]
    [InlineData("ghp_", " abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("Bearer ", "of", "this", "letter")]
    [InlineData("AKIA", "IOSFODNN7EXAMPL")]
    [InlineData("a[", ",", "b")]
    public void Lists_of_what_is_no_token_stay(params string[] texts)
    {
        using var log = StepLog.InMemory();

        _safe.Anything(texts);

        Assert.Equal(JsonSerializer.Serialize(texts), Assert.Single(log.Steps.OfType<ToolCallStep>()).OutputJson.ToString());
    }

    private async Task<string> Run(string way, Canary canary, WithholdingOptions withholding)
    {
        var mint = new SecretMint(way.Length);
        var random = new Random(way.Length);
        using var log = StepLog.Start(_folder, new() { Withholding = withholding, LlmContent = CaptureMode.Full, KeepSteps = 10_000 });
        foreach (var (kind, make) in mint.Shapes)
        {
            foreach (var name in new[] { "in four", "by characters", "blob" })
            {
                var (text, secret) = make();
                canary.Add(secret, name);
                var cuts = name == "by characters" ? Enumerable.Range(1, text.Length - 1) : Enumerable.Range(0, 3).Select(_ => random.Next(1, text.Length)).Order();
                List<string?> pieces = ["The key is ", .. Cut(text, cuts), ", use it."];
                pieces.Insert(random.Next(pieces.Count), "");
                pieces.Insert(random.Next(pieces.Count), way == "member" ? "" : null);
                if (name == "blob")
                {
                    pieces.Insert(0, s_filler);
                    pieces.Add(s_filler);
                }

                await s_ways[way](_safe, log, [.. pieces]);
            }

            if (kind is "aws-access-key" or "google-api-key" or "sk-key" or "npm-token" or "gitlab-token" or "jwt")
            {
                for (var at = 1; at < make().Secret.Length; at++)
                {
                    var (text, secret) = make();
                    canary.Add(secret, "in two");
                    await s_ways[way](_safe, log, ["is", .. Cut(text, [Math.Min(at, text.Length - 1)])]);
                }
            }
        }

        Assert.Equal(0, log.Health.Lost);
        var output = new StringBuilder();
        foreach (var step in log.Steps.OfType<ToolCallStep>())
        {
            output.AppendLine(Texts(step.InputJson.ToString())).AppendLine(Texts(step.OutputJson.ToString()));
        }

        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
        {
            foreach (var json in file.EndsWith(".jsonl", StringComparison.Ordinal) ? File.ReadAllLines(file) : [File.ReadAllText(file)])
            {
                output.AppendLine(json).AppendLine(Texts(json));
            }
        }

        return output.ToString();
    }

    private static IEnumerable<string> Cut(string text, IEnumerable<int> at)
    {
        var from = 0;
        foreach (var to in at)
        {
            yield return text[from..to];
            from = to;
        }

        yield return text[from..];
    }

    // All texts of JSON, those at the same place of an array's items together, with nothing between them.
    private static string Texts(string json)
    {
        if (json.Length == 0)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        var texts = new Dictionary<string, StringBuilder>();
        Read(document.RootElement, "");
        return string.Join('\n', texts.Values);

        void Read(JsonElement value, string place)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                    {
                        Read(item, place);
                    }

                    break;
                case JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        Read(member.Value, $"{place}/{member.Name}");
                    }

                    break;
                case JsonValueKind.String:
                    (texts.TryGetValue(place, out var text) ? text : texts[place] = new()).Append(value.GetString());
                    break;
            }
        }
    }

    private static Task Done(object? result) => Task.CompletedTask;

    private static async Task Drain<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }
}
