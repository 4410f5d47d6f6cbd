using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>What a stranger calls a file, or writes into one, does nothing to the terminal on which a message is shown.</summary>
public sealed class HostileNameTests : IDisposable
{
    private const string Hostile = "r\n\u001b[31m\u202e\u2028\u0085";

    private readonly TempDirectory _directory = new();

    public static TheoryData<string> Places { get; } = ["the file's own name", "a run id in a header", "a run id in a line", "a file beside it", "a link's target"];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Places))]
    public void No_message_of_verifier_reader_resume_or_retention_holds_it_raw(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name here.");
        var path = Make(place);
        List<string> messages = [];
        messages.Add(Ask(() => StepLogVerifier.Verify(path).Message));
        messages.Add(Ask(() => StepLogFile.Read(path).Damage?.Message));
        messages.Add(Ask(() => { StepLog.Resume(path).Dispose(); return null; }));
        messages.Add(Ask(() =>
        {
            var report = StepLogRetention.Apply(_directory.Path, new() { MaxAge = TimeSpan.FromDays(1) });
            return string.Concat(report.Kept.Concat(report.Dropped).Select(run => run.Reason)) + report.ManifestObstacle;
        }));

        Assert.Contains(messages, static message => message.Contains("r\\n\\u001b[31m\\u202e\\u2028\\u0085", StringComparison.Ordinal));
        Assert.All(messages, static message => Assert.DoesNotContain(message, static c => char.IsControl(c) || c is '\u202e' or '\u2028'));
    }

    private static string Ask(Func<string?> ask)
    {
        try
        {
            return ask() ?? "";
        }
        catch (StepLogException e)
        {
            return e.Message;
        }
    }

    private string Make(string place)
    {
        var log = new HandWrittenLog("r").Header().Event("e");
        switch (place)
        {
            case "the file's own name":
                return _directory.Write(Hostile + ".jsonl", [.. log.End().ToArray()]);
            case "a run id in a header":
                _directory.Write("r.2.jsonl", new HandWrittenLog(Escaped).Header().ToArray());
                return _directory.Write("r.jsonl", log.ToArray());
            case "a run id in a line":
                log.Raw($"{{\"v\":1,\"run_id\":\"{Escaped}\",\"step\":2,\"type\":\"event\",\"ts\":1795251602.000001,\"mono_ms\":20.250,\"name\":\"e\",\"data\":1,\"prev\":\"{log.Prev}\"");
                return _directory.Write("r.jsonl", log.Event("e").ToArray());
            case "a file beside it":
                _directory.Write(Hostile + ".jsonl.gz", "no gzip"u8);
                return _directory.Write(Hostile + ".jsonl", log.End().ToArray());
            default:
                File.CreateSymbolicLink(_directory.In("r.2.jsonl"), "/tmp/" + Hostile);
                return _directory.Write("r.jsonl", log.ToArray());
        }
    }

    private static string Escaped => string.Concat(Hostile.Select(static c => $"\\u{(int)c:x4}"));
}
