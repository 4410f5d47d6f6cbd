using System.Security.Cryptography;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

public sealed class HeadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(1021)]
    [InlineData(3000)]
    public void A_head_has_the_log_s_size_its_last_leaf_and_the_root_of_RFC_6962(int calls)
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        for (var i = 0; i < calls; i++)
        {
            Calls.Say("x");
        }

        log.Writer.WriteHeadNow();
        var bytes = File.ReadAllBytes(directory.In("r.jsonl"));
        var leaves = LogLines.Split(bytes).Select(line => SHA256.HashData([0, .. line])).ToArray();
        var head = Head(directory);
        Assert.Equal(("r", 1, calls + 1, bytes.Length), (head.GetProperty("run_id").GetString(), head.GetProperty("segment").GetInt32(), head.GetProperty("lines").GetInt32(), head.GetProperty("bytes").GetInt32()));
        Assert.Equal(leaves[^1], head.GetProperty("leaf").GetBytesFromBase64());
        Assert.Equal(Root(leaves), head.GetProperty("root").GetBytesFromBase64());
        Assert.False(head.GetProperty("ended").GetBoolean());
        Assert.Equal(LogLines.Read(bytes)[^1].GetProperty("mono_ms").GetDouble(), head.GetProperty("mono_ms").GetDouble());
    }

    [Fact]
    public void While_a_log_grows_its_head_follows()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r" });
        for (var i = 0; i < HeadKeeper.Lines; i++)
        {
            log.Record(new EventStep { Name = "x" });
        }

        Until.Holds(() => File.Exists(directory.In("r.head")));
        var head = Head(directory);
        Assert.InRange(head.GetProperty("lines").GetInt32(), HeadKeeper.Lines, HeadKeeper.Lines + 1);
        Assert.False(head.GetProperty("ended").GetBoolean());
        var lines = LogLines.Split(File.ReadAllBytes(log.Path!)).Take(head.GetProperty("lines").GetInt32()).Select(line => SHA256.HashData([0, .. line])).ToArray();
        Assert.Equal(Root(lines), head.GetProperty("root").GetBytesFromBase64());
        log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 30_000)) });
        for (var i = 0; i < 1 + (HeadKeeper.Bytes / 30_000); i++)
        {
            log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 30_000)) });
        }

        Until.Holds(() => Head(directory).GetProperty("lines").GetInt32() > HeadKeeper.Lines + 1);
    }

    [Fact]
    public void A_head_that_cannot_be_written_takes_nothing_from_the_log_and_is_mentioned()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance) { Fails = static call => call is "create blob" or "publish" };
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r" });
        Calls.Say("x");
        log.Writer.WriteHeadNow();
        log.Complete();
        Assert.Equal((1, 0), (files.Faults, log.Health.Lost));
        Assert.Contains("No space left", log.Health.LastFailure, StringComparison.Ordinal);
        Assert.Equal(["r.jsonl"], Directory.GetFiles(directory.Path).Select(f => Path.GetFileName(f)));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void A_head_names_the_calls_that_are_open_and_a_tree_goes_on_from_its_frontier()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r" });
        using (log.AgentCall("done"))
        {
            Calls.Say("x");
        }

        var open = log.AgentCall("open");
        log.Writer.WriteHeadNow();
        var intents = Head(directory).GetProperty("intents");
        Assert.Equal(1, intents.GetArrayLength());
        using var stream = File.OpenRead(log.Path!);
        stream.Position = intents[0][3].GetInt64();
        var line = new StreamReader(stream).ReadLine()!;
        Assert.Equal(("intent", intents[0][0].GetString(), intents[0][1].GetInt64()), (LogLines.Type(JsonDocument.Parse(line).RootElement), JsonDocument.Parse(line).RootElement.GetProperty("span_id").GetString(), JsonDocument.Parse(line).RootElement.GetProperty("step").GetInt64()));
        open.Dispose();
    }

    internal static JsonElement Head(TempDirectory directory) => JsonDocument.Parse(File.ReadAllBytes(directory.In("r.head"))).RootElement;

    // RFC 6962, 2.1, word by word.
    internal static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var k = 1;
        while (2 * k < leaves.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }
}
