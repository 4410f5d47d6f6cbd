using System.Text;
using AgentStepLog.Hashing;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Resuming;

/// <summary>What is no crash's doing is not repaired: it is refused, by name, and left as it is.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("{\"v\":2,\"run_id\":\"r\",\"step\":0,\"type\":\"run_start\"}\n", "it states format version 2")]
    [InlineData("{\"Timestamp\":\"2026-11-21\",\"Level\":\"Information\"}\n", "another tool wrote it")]
    [InlineData("hello\n", "its first line is no JSON object")]
    [InlineData("", "it is empty")]
    [InlineData("\uFEFF{\"v\":1}\n", "byte order mark")]
    [InlineData("{\"v\":1,\"run_id\":\"r\",\"ste", "its header was never written whole")]
    public void A_file_that_is_no_log_of_version_1_is_named_for_what_it_is(string content, string said)
    {
        using var directory = new TempDirectory();
        Refuses(directory, directory.Write("r.jsonl", Encoding.UTF8.GetBytes(content)), said);
    }

    [Fact]
    public void A_log_that_is_not_there_is_said_not_to_be()
    {
        using var directory = new TempDirectory();
        Assert.Contains("there is no such log", Assert.Throws<StepLogException>(() => StepLog.Resume(directory.In("r.jsonl"))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such log", Assert.Throws<StepLogException>(() => StepLog.Resume(directory.In("none"), "r")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StepLog.Resume(directory.In("r.jsonl"), new StepLogOptions { RunId = "r" }));
        Assert.Throws<ArgumentException>(() => StepLog.Resume(directory.Path, "../r"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_that_was_ended_is_not_gone_on_with(bool hasHead)
    {
        using var directory = new TempDirectory();
        using (var log = StepLog.Start(directory.Path, new() { RunId = "r" }))
        {
            log.Writer.WriteHeadNow();
            if (hasHead)
            {
                File.Copy(directory.In("r.head"), directory.In("kept"));
            }

            log.Complete();
        }

        if (hasHead)
        {
            File.Move(directory.In("kept"), directory.In("r.head")); // killed before it was taken away
        }

        Refuses(directory, directory.In("r.jsonl"), "the run was ended");
        Assert.False(File.Exists(directory.In("r.lock")));
    }

    [Theory]
    [InlineData("crlf", "CR LF")]
    [InlineData("changed", "does not have the checksum")]
    [InlineData("removed", "lines were removed, added or moved")]
    [InlineData("utf8", "is no valid UTF-8")]
    [InlineData("future", "states format version 2")]
    public void A_line_that_no_crash_leaves_is_named(string damage, string said)
    {
        using var directory = new TempDirectory();
        var path = ResumeTests.Abandon(directory);
        var lines = LogLines.Split(File.ReadAllBytes(path));
        switch (damage)
        {
            case "crlf":
                lines = [.. lines.Select(line => line.Append((byte)'\r').ToArray())];
                break;
            case "changed":
                lines[1][60] ^= 1;
                break;
            case "removed":
                lines.RemoveAt(1);
                break;
            case "utf8":
                lines[1][60] = 0xFF;
                break;
            case "future":
                lines[1] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(lines[1]).Replace("{\"v\":1", "{\"v\":2", StringComparison.Ordinal));
                lines[1] = [.. lines[1][..^18], .. Encoding.ASCII.GetBytes($",\"crc\":\"{Crc32C.Compute(lines[1].AsSpan()[..^18]):x8}\"}}")];
                break;
        }

        File.WriteAllBytes(path, HandWrittenLog.Join(lines));
        Refuses(directory, path, said);
    }

    [Fact]
    public void A_log_that_was_rewritten_behind_its_head_is_refused()
    {
        using var directory = new TempDirectory();
        var path = ResumeTests.Abandon(directory, hasHead: true);
        var log = new HandWrittenLog("r").Header();
        while (log.ToArray().Length < new FileInfo(path).Length)
        {
            log.Event("forged");
        }

        File.WriteAllBytes(path, log.ToArray());
        Refuses(directory, path, "the log was rewritten, or the head file was");
    }

    [Fact]
    public void A_file_of_the_run_that_is_missing_is_named()
    {
        using var directory = new TempDirectory();
        var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        while (log.Health.Segment < 3)
        {
            Calls.Say(new string('x', 5000));
        }

        log.Writer.Abandon();
        log.Dispose();
        File.Delete(directory.In("r.2.jsonl"));
        File.Delete(directory.In("r.head"));
        Refuses(directory, directory.In("r.jsonl"), "file 2 of the run is missing");
        File.Delete(directory.In("r.jsonl"));
        Refuses(directory, directory.In("r.3.jsonl"), "the run's first file is missing");
    }

    private static void Refuses(TempDirectory directory, string path, string said)
    {
        var before = File.ReadAllBytes(path);
        var refused = Assert.Throws<StepLogException>(() => StepLog.Resume(path));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains(directory.In("r."), refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Empty(Directory.GetFiles(directory.Path, "*.torn-*"));
    }
}
