using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Withholding;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Ten thousand secrets of every shape, through every way into a log: none of them comes out by any way out of it.</summary>
public sealed class ManyShapesTests : IDisposable
{
    private const int Secrets = 10_000;

    private static readonly string s_filler = string.Concat(Enumerable.Repeat("all is well; ", 4000));

    private readonly string _folder = Directory.CreateTempSubdirectory("canary").FullName;
    private readonly Safe _safe = new();
    private readonly Till _till = new();
    private readonly List<string> _seen = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_secret_comes_out_of_a_log()
    {
        var canary = new Canary();

        var output = await Run(canary, new WithholdingOptions(), Secrets);

        Assert.Equal(Secrets, canary.Secrets.Count);
        Assert.Empty(canary.Escaped(output));
        Assert.All(WithholdingOptions.BuiltInKinds, kind => Assert.Contains($"[redacted:{kind}]", output, StringComparison.Ordinal));
        Assert.Contains("[redacted-key-1]", output, StringComparison.Ordinal);
    }

    // What the test above would see: without shapes to look for, there is a secret at the end of each way but those of [Sensitive].
    [Fact]
    public async Task Without_withholding_every_way_lets_secrets_out()
    {
        var canary = new Canary();

        var output = await Run(canary, WithholdingOptions.None, 600);

        var open = Ways().Select(way => way.Name).Where(name => !name.StartsWith("[Sensitive]", StringComparison.Ordinal)).Concat(["header", "end"]);
        Assert.Equal(open.Order(StringComparer.Ordinal), canary.Escaped(output));
    }

    // A hash tells nothing only of what cannot be guessed: what is withheld is so before.
    [Fact]
    public void What_is_known_by_its_hash_is_withheld_before_it_is_hashed()
    {
        using var log = StepLog.InMemory();
        var (text, _) = new SecretMint(6).Shapes.First(shape => shape.Kind == "github-token").Make();

        _safe.Seal("use " + text, "1234");

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(Hash("""{"text":"use [redacted:github-token]","pin":"[redacted:pin]"}"""), step.InputJson.ToElement().GetProperty("$hash").GetString());
        Assert.Equal(Hash("\"use [redacted:github-token]\""), step.OutputJson.ToElement().GetProperty("$hash").GetString());
        Assert.Equal(["/input/text", "/input/pin", "/output"], step.Withheld.Select(r => r.At));

        static string Hash(string json) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task What_a_lenient_table_took_is_pointed_to_by_the_keys_that_stand_there()
    {
        using var log = StepLog.InMemory();
        var key = $"AccountKey={string.Concat(Enumerable.Repeat("abcdefgh1/", 8))}abcde+==";
        Dictionary<string, string> weights = new() { ["a/b"] = "4", [key] = "5", ["ghp_abcdefghijklmnopqrstuvwxyz0123456789"] = "6" };
        foreach (var tool in new[] { "Weigh", "WeighUnseen" })
        {
            await _safe.AgentTools().With(new() { Lenient = true }).InvokeAsync(tool, JsonSerializer.Serialize(new { weights }), cancellationToken: CancellationToken.None);
        }

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal("""{"weights":{"a/b":4,"[redacted-key-1]":5,"[redacted-key-2]":6}}""", steps[0].InputJson.ToString());
        Assert.All(steps, step => Assert.Equal(["/input/weights/a~1b", "/input/weights/[redacted-key-1]", "/input/weights/[redacted-key-2]"], step.Coerced));
        Assert.Equal(["/input/weights/[redacted-key-1]", "/input/weights/[redacted-key-2]", "/coerced/1", "/coerced/2"], steps[0].Withheld.Select(r => r.At));
        Assert.Equal(["/coerced/1", "/coerced/2"], steps[1].Withheld.Select(r => r.At));
    }

    [Fact]
    public async Task Of_a_sensitive_argument_that_is_no_JSON_not_even_a_character_is_told()
    {
        using var log = StepLog.InMemory();

        await _safe.AgentTools().InvokeAsync("Pin", "{\"pin\": \u20AC", cancellationToken: CancellationToken.None);

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Contains("a character stands where none of its kind can", step.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u20AC", step.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_withheld_within_a_huge_value_is_pointed_to_where_it_stood()
    {
        using var log = StepLog.InMemory();

        _safe.Pin("1234", new(new string('u', 3 << 20), "hunter2"));

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(["/input/pin", "/input/credentials/password", "/output"], step.Withheld.Select(r => r.At));
        Assert.Equal("[redacted:password]", step.InputJson.ToElement().GetProperty("credentials").GetProperty("password").GetString());
    }

    private async Task<string> Run(Canary canary, WithholdingOptions withholding, int count)
    {
        var mint = new SecretMint(5);
        var ways = Ways().ToList();
        (string Text, string Secret) Next(int i, string way)
        {
            var (text, secret) = mint.Shapes[i / ways.Count % mint.Shapes.Count].Make();
            canary.Add(secret, way);
            return (text, secret);
        }

        string Header() => Next(canary.Secrets.Count, "header").Text;
        var ended = Enumerable.Range(0, 2).Select(i => Next(i, "end").Text).ToList();
        var log = StepLog.Start(Path.Combine(_folder, "logs"), new()
        {
            Withholding = withholding,
            Agent = Header(),
            AgentVersion = Header(),
            Environment = Header(),
            Task = Header(),
            UserId = Header(),
            SessionId = Header(),
            Metadata = new Dictionary<string, string> { [Header()] = "a", ["b"] = Header() },
            LlmContent = CaptureMode.Full,
            KeepSteps = count * 2,
            Subject = "subject",
            KeyRing = KeyRing.Create(Path.Combine(_folder, "ring.json")),
        });
        using (log)
        using (log.Subscribe("**", step => { lock (_seen) { _seen.Add(Shown(step)); } }, capacity: count * 2))
        {
            for (var i = 0; canary.Secrets.Count < count; i++)
            {
                var (name, go) = ways[i % ways.Count];
                var (text, secret) = name.StartsWith("[Sensitive]", StringComparison.Ordinal) ? Plain(i) : Next(i, name);
                if (name.StartsWith("[Sensitive]", StringComparison.Ordinal))
                {
                    canary.Add(secret, name);
                }

                await go(log, text);
            }

            log.Complete(ended[0] + " " + ended[1]);
            Assert.Equal(0, log.Health.Lost);
        }

        var output = new StringBuilder();
        output.AppendLine(Encoding.UTF8.GetString(log.ToArray())).Append(log.Summarize());
        output.AppendJoin('\n', log.Summarize().Tools).AppendJoin('\n', log.Summarize().Models);
        foreach (var step in log.Steps)
        {
            output.AppendLine(Shown(step));
        }

        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            output.AppendLine(file).AppendLine(Encoding.UTF8.GetString(File.ReadAllBytes(file)));
        }

        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.NotEmpty(_seen);
        return output.AppendJoin('\n', _seen).ToString();

        (string, string) Plain(int i) => mint.Of("abcdefghijklmnopqrstuvwxyz", 24) is var secret ? (secret, secret) : default;
    }

    private IEnumerable<(string Name, Func<StepLog, string, Task> Go)> Ways()
    {
        yield return Way("argument", (_, s) => _safe.Keep(s));
        yield return Way("argument, in the middle", (_, s) => _safe.Keep($"see \"{s}\" there\n{s_filler[..200]}"));
        yield return Way("result", (_, s) => _safe.Tell(1, () => s));
        yield return Way("member", (_, s) => _safe.Write(new("a", new("b", new(s)))));
        yield return Way("item", (_, s) => _safe.Write(new("a", null, ["b", s, "c"])));
        yield return Way("key", (_, s) => _safe.Count(new() { ["a"] = "b", [s] = "c" }));
        yield return Way("entry", (_, s) => _safe.Count(new() { ["a"] = s }));
        yield return Way("any", (_, s) => _safe.Anything(new Dictionary<string, object?> { [s] = new object?[] { 1, "two " + s } }));
        yield return Way("JSON in JSON", (_, s) => _safe.Keep(JsonSerializer.Serialize(new { a = JsonSerializer.Serialize(new { b = s }) })));
        yield return Way("lines", (_, s) => _safe.Anything(s.Split('\n')));
        yield return Way("blob", (_, s) => _safe.Keep(s_filler + s));
        yield return Way("blob, at the end of its preview", (_, s) => _safe.Keep(s_filler[..240] + " " + s + " " + s_filler));
        yield return Way("huge blob", (_, s) => _safe.Keep(s + " " + (s.Length % 7 == 0 ? string.Concat(Enumerable.Repeat(s_filler, 21)) : s_filler)));
        yield return Way("note", (_, s) => _safe.Note(1, () => "note: " + s));
        yield return Way("exception", (_, s) => Thrown(() => _safe.Fail(1, () => new InvalidOperationException(s))));
        yield return Way("inner exceptions", (_, s) => Thrown(() => _safe.Fail(1, () => new AggregateException("all", new IOException("a"), new IOException(s) { Data = { [s] = s } }))));
        yield return Way("long exception, where it is cut", (_, s) => Thrown(() => _safe.Fail(1, () => new IOException(s_filler[..4080] + " " + s + " " + s_filler))));
        yield return Way("frame", (_, s) => Thrown(() => _safe.Fail(1, () => new TracedException($"   at Acme.Vault.Open({s}) in C:\\src\\Vault.cs:line 7"))));
        yield return Way("frame, where it is cut", (_, s) => Thrown(() => _safe.Fail(1, () => new TracedException($"   at {s_filler[..480]} {s} {s_filler[..600]}"))));
        yield return ("stream", async (_, s) => await Drain(_safe.StreamAsync(1, () => s)));
        yield return Way("model", (_, s) => _safe.Ask(s));
        yield return Way("history", (_, s) => _safe.Chat([new("system", s_filler[..4200]), new("user", s), new("assistant", s_filler[..100] + " " + s)]));
        yield return Way("history, its long beginning", (_, s) => _safe.Chat([new("system", s_filler[..5000] + " " + s), new(s, "hello")]));
        yield return Way("agent", (_, s) => _safe.Delegate(s));
        yield return Way("intent", (_, s) => _safe.Pay(s));
        yield return Way("by hand", (log, s) => log.ToolCall("t", JsonText.Object(("a", JsonText.Of(s))), s).Complete(JsonText.Array(JsonText.Of(s))));
        yield return Way("name of a tool", (log, s) => log.ToolCall(s).Complete(default(JsonText)));
        yield return Way("name of a model", (log, s) => log.LlmCall(s, s, JsonText.Of(s)).Complete(default(JsonText)));
        yield return Way("name of an agent", (log, s) => log.AgentCall(s, JsonText.Of(s)).Fail(new IOException(s)));
        yield return Way("event", (log, s) => log.Record(new EventStep { Name = "e", Data = JsonText.Object((s, JsonText.Of(s))) }));
        yield return Way("name of an event", (log, s) => log.Record(new EventStep { Name = s }));
        yield return Way("user", (log, s) => log.Record(new UserInputStep { Response = s, Prompt = s }));
        yield return Way("to the user", (log, s) => log.Record(new UserOutputStep { Text = s }));
        yield return Way("permission", (log, s) => log.Record(new PermissionRequestStep { Allowed = true, Tool = "t", Action = s, Resource = s, Summary = s }));
        yield return Way("memory", (log, s) => log.Record(new MemoryOperationStep { Operation = "read", MemoryUri = s, Scope = s, MimeType = s, Title = s, Summary = s, SizeBytes = 1, Version = s, Metadata = new Dictionary<string, string> { [s] = s } }));
        yield return Way("plan", (log, s) => log.Record(new PlanStep { Plan = JsonText.Of(s), Facts = JsonText.Array(JsonText.Of(s)) }));
        yield return Way("decision", (log, s) => log.Record(new DecisionStep { Decision = "tool", Message = s, Raw = JsonText.Of(s), Response = JsonText.Of(s), Parameters = JsonText.Of(s), Tool = s, Subagent = s, Skill = s, CallbackIntent = s }));
        yield return Way("callback", (log, s) => log.Record(new CallbackStep { Intent = "i", Prompt = s, Target = s, Response = JsonText.Of(s) }));
        yield return Way("skill", (log, s) => log.Record(new SkillInvocationStep { Skill = "k", Parameters = JsonText.Of(s), Inventory = [s] }));
        yield return Called("call by a model", "Keep", s => JsonSerializer.Serialize(new { text = s }));
        yield return Called("wrong argument", "Count", s => JsonSerializer.Serialize(new { entries = s }));
        yield return Called("wrong argument, where it is cut", "Count", s => JsonSerializer.Serialize(new { entries = s_filler[..70] + " " + s }));
        yield return Called("unknown argument", "Keep", s => JsonSerializer.Serialize(new Dictionary<string, string> { [s] = s }));
        yield return Called("wrong argument under a key", "Weigh", s => JsonSerializer.Serialize(new { weights = new Dictionary<string, string> { [s] = "heavy " + s } }));
        yield return Called("lenient under a key", "Weigh", s => JsonSerializer.Serialize(new { weights = new Dictionary<string, string> { [s] = "5", ["$" + s] = "6" } }));
        yield return Called("lenient under a key, unseen", "WeighUnseen", s => JsonSerializer.Serialize(new { weights = new Dictionary<string, string> { [s] = "5" } }));
        yield return Called("no JSON", "Keep", s => $$"""{"text": {{s}}""");
        yield return Called("no JSON, within a string", "Keep", s => $"{{\"text\": \"{s.Replace('\n', ' ')}\n\"}}");
        yield return Called("too large", "Keep", s => s_filler[..985] + " " + s + " " + string.Concat(Enumerable.Repeat(s_filler, 30)));
        yield return Called("lenient", "Count", s => JsonSerializer.Serialize(new { entries = JsonSerializer.Serialize(new Dictionary<string, string> { [s] = s }), more = "5" }));
        yield return ("unknown tool", async (_, s) => await _safe.AgentTools().InvokeAsync(s, "{}", cancellationToken: CancellationToken.None));
        yield return Way("[Sensitive]", (_, s) => _safe.Pin(s, new("u", s)));
        yield return Way("[Sensitive] in the message of an exception", (_, s) => Thrown(() => _till.ChargeOnce(s)));
        yield return Way("[Sensitive] in a long message, where it is cut", (_, s) => Thrown(() => _till.Charge(s, x => new IOException(s_filler[..4085] + x + s_filler))));
        yield return Way("[Sensitive] member in a message of a call around it", (_, s) => Thrown(() => _till.Shop("buy", () => _till.ChargeCard(new("a", s)).ToString())));
        yield return Way("[Sensitive] in a note", (_, s) => _till.Note(s));
        yield return Way("[Sensitive] in an intent", (_, s) => _safe.Pay("a", s));
        yield return ("[Sensitive] in a stream", async (_, s) => await Drain(_safe.StreamCredentialsAsync(s)));
        yield return Called("[Sensitive] by a model", "Pin", s => JsonSerializer.Serialize(new { pin = s, credentials = new { User = "u", Password = s } }));
        yield return ("[Sensitive] stream", async (_, s) => await Drain(_safe.StreamPinsAsync(1, () => s)));
        yield return Called("[Sensitive] in no JSON", "Pin", s => $"{{\"pin\": {s}}}");
        yield return Called("[Sensitive] in no JSON, within a string", "Pin", s => $"{{\"pin\": \"{s}\n\"}}");
        yield return Called("[Sensitive] in a text that is too large", "Pin", s => $"{s} {string.Concat(Enumerable.Repeat(s_filler, 30))}");
        yield return Called("[Sensitive] by a misspelt name", "Pin", s => JsonSerializer.Serialize(new { pinn = s, credentials = new { User = "u", Password = "p" } }));
        yield return Called("[Sensitive] member of wrong arguments", "Pin", s => JsonSerializer.Serialize(new { credentials = new { user = "u", PASSWORD = s } }));
        yield return Called("[Sensitive] member of wrong arguments, in a list", "Pin", s => JsonSerializer.Serialize(new { credentials = new[] { new { user = "u", password = s } } }));
        yield return Called("[Sensitive] name elsewhere in wrong arguments", "Order", s => JsonSerializer.Serialize(new { extras = new { pin = s } }));
        yield return Called("[Sensitive] name of other case in wrong arguments", "Order", s => JsonSerializer.Serialize(new { extras = new { PIN = s } }));
        yield return Called("[Sensitive] that its type refuses", "Enter", s => JsonSerializer.Serialize(new { code = new { text = s } }));
        yield return Called("[Sensitive] result that cannot be written", "Break", s => JsonSerializer.Serialize(new { pin = s }));
        yield return Called("[Sensitive] in wrong arguments", "Pin", s => JsonSerializer.Serialize(new { pin = s, credentials = s }));
    }

    private (string, Func<StepLog, string, Task>) Called(string name, string tool, Func<string, string> json) =>
        (name, async (_, s) => await _safe.AgentTools().With(new() { Lenient = name.StartsWith("lenient", StringComparison.Ordinal) }).InvokeAsync(tool, json(s), cancellationToken: CancellationToken.None));

    private static (string, Func<StepLog, string, Task>) Way(string name, Action<StepLog, string> go) => (name, (log, s) =>
    {
        go(log, s);
        return Task.CompletedTask;
    });

    private static string Shown(Step step) => step is CallStep call ? $"{step} {call.InputJson} {call.OutputJson} {string.Join(' ', step.Withheld)}" : $"{step} {string.Join(' ', step.Withheld)}";

    private static void Thrown(Action call) => Assert.ThrowsAny<Exception>(call);

    private static async Task Drain<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }
}
