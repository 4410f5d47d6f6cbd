using System.IO.Compression;
using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Withholding;

/// <summary>
/// Secrets in logs of which a crash left a piece, which were gone on with, packed, damaged, verified and dropped: in no byte that is kept
/// then, and in nothing that is said of them.
/// </summary>
public sealed class AfterwardsCanaryTests
{
    private const int Rounds = 24;

    private static readonly string s_filler = string.Concat(Enumerable.Repeat("all is well; ", 400));

    private readonly Canary _canary = new();
    private readonly StringBuilder _kept = new();
    private readonly StringBuilder _said = new();
    private readonly Random _random = new(3);

    [Fact]
    public void No_secret_is_in_what_is_left_of_a_log_nor_in_what_is_said_of_it()
    {
        Run(new WithholdingOptions());

        Assert.True(_canary.Secrets.Count >= 700);
        Assert.Empty(_canary.Escaped(_kept.ToString()));
        Assert.Empty(_canary.Escaped(_said.ToString()));
    }

    // Whoever switches shapes off has the secrets in the log, and still not in messages about the log, which go to consoles and tickets.
    [Fact]
    public void Without_withholding_each_of_these_ways_lets_secrets_out_but_what_is_said_of_a_log_quotes_none()
    {
        Run(WithholdingOptions.None);

        Assert.Equal(["after", "before", "blob", "health", "subscriber", "torn"], _canary.Escaped(_kept.ToString()));
        Assert.Empty(_canary.Escaped(_said.ToString()));
    }

    private void Run(WithholdingOptions withholding)
    {
        var mint = new SecretMint(11);
        var made = 0;
        string Next(string way)
        {
            var (text, secret) = mint.Shapes[made++ % mint.Shapes.Count].Make();
            _canary.Add(secret, way);
            return text;
        }

        for (var round = 0; round < Rounds; round++)
        {
            using var directory = new TempDirectory();
            var path = Abandon(directory, withholding, round, Next);
            Tear(path, round);
            Keep(directory);
            Said(() => StepLogVerifier.Verify(path).Message);
            Said(() => StepLogFile.Read(path).ToString());
            GoOn(directory, withholding, Next);
            Keep(directory);
            Damage(path);
            Pack(directory, path);
            Drop(directory);
        }
    }

    private static string Abandon(TempDirectory directory, WithholdingOptions withholding, int round, Func<string, string> next)
    {
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", Withholding = withholding, LlmContent = CaptureMode.Full, Durability = round % 2 == 0 ? Durability.Written : Durability.Durable });
        for (var i = 0; i < 8; i++)
        {
            Calls.Say(next("before"));
            Calls.Say(s_filler + next("blob"));
            Calls.Value(Calls.Ask, s_filler + next("blob"), static (w, v) => w.Value(v), () => "answered");
        }

        if (round % 3 == 0)
        {
            log.Writer.WriteHeadNow();
        }

        Calls.Say(s_filler[..104] + next("torn") + " " + next("torn"));
        log.Writer.Abandon();
        return log.Path!;
    }

    // As a crash leaves it: a part of the last line, its page of zeros, or rubbish after it.
    private void Tear(string path, int round)
    {
        var bytes = File.ReadAllBytes(path);
        var last = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        var end = round % 4 == 3 ? bytes.Length : last + _random.Next(200, bytes.Length - last);
        File.WriteAllBytes(path, [.. bytes[..end], .. round % 5 == 4 ? new byte[100] : []]);
    }

    private void GoOn(TempDirectory directory, WithholdingOptions withholding, Func<string, string> next)
    {
        var delivered = new List<string>();
        using (var log = StepLog.Resume(directory.Path, "r", new() { Withholding = withholding, KeepSteps = 1000 }))
        {
            log.Writer.Subscribers.Patience = TimeSpan.FromMinutes(30);
            using (log.Subscribe("**", step => delivered.Add(step is CallStep call ? $"{step} {call.InputJson} {call.OutputJson}" : step.ToString())))
            {
                Calls.Say(next("after"));
                Calls.Say(next("subscriber"));
                log.Writer.Lose(new IOException($"cannot write {next("health")}"));
                Calls.Say(s_filler + next("blob"));
                Keep(directory);
                _kept.AppendLine(log.Health.ToString()).AppendLine(log.Health.LastFailure);
                log.Complete(next("after"));
            }

            _kept.AppendJoin('\n', log.Steps).AppendJoin('\n', log.Steps.SelectMany(step => step.Withheld)).AppendJoin('\n', log.OpenIntents).Append(log.Summarize());
        }

        _kept.AppendJoin('\n', delivered); // all of it: a subscription is emptied before its end returns
    }

    private void Damage(string path)
    {
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < 8; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[_random.Next(changed.Length)] ^= (byte)(1 << _random.Next(8));
            File.WriteAllBytes(path, i == 7 ? [.. whole, .. whole] : changed);
            Said(() => StepLogVerifier.Verify(path).Message);
            Said(() => StepLogFile.Read(path).ToString());
            Said(() =>
            {
                using var log = StepLog.Resume(path);
                return log.Health.ToString();
            });
            File.WriteAllBytes(path, changed); // resuming may have taken a piece off
            Said(() => string.Join('\n', StepLogRetention.Apply(Path.GetDirectoryName(path)!, new() { MaxBytes = 0 }).Kept));
        }

        File.WriteAllBytes(path, whole);
    }

    private void Pack(TempDirectory directory, string path)
    {
        using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        File.Delete(path);
        Said(() => StepLogVerifier.Verify(path + ".gz").Message);
        var file = StepLogFile.Read(path + ".gz");
        _kept.AppendJoin('\n', file.Steps).AppendJoin('\n', file.Steps.OfType<CallStep>().Select(step => $"{step.InputJson} {step.OutputJson}"));
        Keep(directory);
    }

    private void Drop(TempDirectory directory)
    {
        var report = StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0, DropDamaged = true, DropAbandoned = true });
        Assert.Contains(report.Dropped, run => run.RunId == "r");
        _said.AppendLine(report.ToString()).AppendJoin('\n', report.Dropped).AppendJoin('\n', report.Kept);
        Keep(directory);
    }

    private void Keep(TempDirectory directory)
    {
        foreach (var file in Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal))
            {
                _kept.AppendLine(file);
                Assert.Equal(0, new FileInfo(file).Length); // nobody else may open it now
                continue;
            }

            using var raw = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
            using var reader = new StreamReader(stream, Encoding.Latin1);
            _kept.AppendLine(file).AppendLine(reader.ReadToEnd());
        }
    }

    private void Said(Func<string?> say)
    {
        try
        {
            _said.AppendLine(say());
        }
        catch (Exception e)
        {
            for (var cause = e; cause is not null; cause = cause.InnerException)
            {
                _said.AppendLine(cause.Message);
            }
        }
    }
}
