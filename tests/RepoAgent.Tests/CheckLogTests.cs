using System.ComponentModel;
using AgentStepLog;
using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>A second reader, written in Python from the format's text alone, agrees with what the sample writes.</summary>
public sealed class CheckLogTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("where is Boat defined")]
    [InlineData("how many lines has lost/Boat.cs")]
    [InlineData("why is the sea salt? \u202e\u0007\u2028\ud83d\udea2 HALF")]
    public async Task The_independent_reader_finds_nothing_wrong(string question)
    {
        // An attribute cannot hold half a character.
        using var run = await AppRun.AskAsync(question.Replace("HALF", "\ud800", StringComparison.Ordinal), harbour.Path, Cancellation);
        var (code, output) = await CheckAsync(run.LogPath);

        Assert.True(code == 0, output);
        Assert.EndsWith("everything holds\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_in_blobs_are_checked_too()
    {
        using var folder = new TempFolder();
        folder.Write("many.txt", string.Concat(Enumerable.Range(0, 900).Select(static i => $"needle {i} {new string('x', 80)}\n")));
        using var run = await AppRun.AskAsync("which files mention needle", folder.Path, Cancellation);
        var (code, output) = await CheckAsync(run.LogPath);
        Assert.True(code == 0, output);
        Assert.DoesNotContain(", 0 blobs", output, StringComparison.Ordinal);

        var blob = Directory.GetFiles(Path.ChangeExtension(run.LogPath, ".blobs"))[0];
        await File.AppendAllTextAsync(blob, " ", Cancellation);
        (code, output) = await CheckAsync(run.LogPath);
        Assert.Equal(1, code);
        Assert.Contains("was altered", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_with_causes_are_checked_too()
    {
        using var folder = new TempFolder();
        var path = Failures(folder);
        var (code, output) = await CheckAsync(path);
        Assert.True(code == 0, output);
        Assert.DoesNotContain(", 0 blobs", output, StringComparison.Ordinal);

        var text = await File.ReadAllTextAsync(path, Cancellation);
        foreach (var (was, becomes, problem) in new[]
        {
            ("{\"depth\":1,\"type\":\"System.IO.IOException\",\"message\":\"no room", "{\"depth\":2,\"type\":\"System.IO.IOException\",\"message\":\"no room", "a cause has the depth 2"),
            ("\"message\":\"no room\"", "\"text\":\"no room\"", "a cause is"),
            ("\"error_types\":[{\"type\":\"(unknown)\",\"errors\":1", "\"error_types\":[{\"type\":\"(unknown)\",\"errors\":2", "run_end counts the errors"),
        })
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, text.Replace(was, becomes, StringComparison.Ordinal), Cancellation);
            (code, output) = await CheckAsync(path);
            Assert.Equal(1, code);
            Assert.Contains(problem, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_of_a_subject_that_is_gone_on_with_is_checked_too()
    {
        using var folder = new TempFolder();
        using var keys = new TempFolder();
        var options = new StepLogOptions { KeyRing = KeyRing.Create(keys.In("keys.json")), Subject = "jane", OnLogFailure = LogFailurePolicy.FailClosed };
        string path;
        using (var log = StepLog.Start(folder.Path, options))
        {
            log.LlmCall("m").Complete("a");
            path = folder.In("later/" + Path.GetFileName(log.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(log.Path!, path);     // as a crash would leave it
        }

        using (var log = StepLog.Resume(path, options))
        {
            log.ToolCall("t").Complete("b");
            log.Complete();
        }

        var text = await File.ReadAllTextAsync(path, Cancellation);
        Assert.All(["\"subject\":\"", "\"type\":\"intent\"", "\"model\":\"m\"", "\"resumed\":true"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        var (code, output) = await CheckAsync(path);
        Assert.True(code == 0, output);

        await File.WriteAllTextAsync(path, text.Replace("\"resumed\":true", "\"resumed\":false", StringComparison.Ordinal), Cancellation);
        (_, output) = await CheckAsync(path);
        Assert.Contains("resumed is False", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canceled", "everything holds")]
    [InlineData("cancelled", "everything holds")] // as earlier writers spelled it
    [InlineData("stopped", "outcome is 'stopped'")]
    public async Task Both_spellings_of_a_canceled_run_are_known(string outcome, string said)
    {
        using var folder = new TempFolder();
        using var log = StepLog.Start(folder.Path);
        log.Cancel();
        var lines = await File.ReadAllLinesAsync(log.Path!, Cancellation);
        lines[^1] = WithItsCrc(lines[^1].Replace("\"outcome\":\"canceled\"", $"\"outcome\":\"{outcome}\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(log.Path!, string.Join('\n', lines) + "\n", Cancellation);
        var (_, output) = await CheckAsync(log.Path!);

        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    private static string Failures(TempFolder folder)
    {
        using var log = StepLog.Start(folder.Path, new() { InlineLimit = 1024 });
        Exception[] failures =
        [
            new InvalidOperationException("See the inner exception.", new IOException("no room", new TimeoutException("key ghp_abcdefghijklmnopqrstuvwxyz0123456789"))),
            new AggregateException(new IOException("a", new FormatException("a1")), new FormatException("b")),
            new TaskCanceledException("slow", new TimeoutException("too slow")),
            new IOException("large", new IOException(new string('x', 5000))),
            new OperationCanceledException("stop"),
        ];
        foreach (var failure in failures)
        {
            using var call = log.ToolCall("t");
            call.Fail(failure);
        }

        log.ToolCall("left").Dispose();
        log.Fail(failures[0]);
        return log.Path!;
    }

    [Theory]
    [InlineData("a word", "prev is not the leaf", "crc does not fit")]
    [InlineData("a word and its crc", "prev is not the leaf")]
    [InlineData("a line left out", "prev is not the leaf", "steps are not dense")]
    [InlineData("a torn end", "does not end with LF")]
    [InlineData("the end left out", "there is no run_end")]
    public async Task A_tampered_copy_fails(string how, params string[] problems)
    {
        using var run = await AppRun.AskAsync("where is Boat defined", harbour.Path, Cancellation);
        using var copies = new TempFolder();
        var copy = copies.In(Path.GetFileName(run.LogPath));
        await File.WriteAllBytesAsync(copy, Tamper(await File.ReadAllBytesAsync(run.LogPath, Cancellation), how), Cancellation);
        var (code, output) = await CheckAsync(copy);

        Assert.Equal(1, code);
        Assert.All(problems, p => Assert.Contains(p, output, StringComparison.Ordinal));
    }

    private static byte[] Tamper(byte[] log, string how)
    {
        var lines = System.Text.Encoding.UTF8.GetString(log).Split('\n');
        lines[2] = how switch
        {
            "a word" => Altered(lines[2]),
            "a word and its crc" => WithItsCrc(Altered(lines[2])),
            _ => lines[2],
        };
        var kept = how switch
        {
            "a line left out" => lines.Where(static (_, i) => i != 2),
            "the end left out" => lines.Where((_, i) => i != lines.Length - 2),
            _ => lines,
        };
        var text = string.Join('\n', kept);
        return System.Text.Encoding.UTF8.GetBytes(how == "a torn end" ? text[..^20] : text);
    }

    private static string Altered(string line)
    {
        var altered = line.Replace("deterministic", "determinisTic", StringComparison.Ordinal);
        Assert.NotEqual(line, altered);
        return altered;
    }

    private static string WithItsCrc(string line)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(line)[..^18])
        {
            crc = System.Numerics.BitOperations.Crc32C(crc, b);
        }

        return $"{line[..^10]}{~crc:x8}\"}}";
    }

    private static async Task<(int Code, string Output)> CheckAsync(string log)
    {
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "check_log.py");
            var (code, output, errors) = await ToolProcess.RunAsync("python3", ["-I", script, log], AppContext.BaseDirectory, Cancellation);
            return (code, output.ReplaceLineEndings("\n") + errors);
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed on this machine.");
            throw;
        }
    }
}
