using System.IO.Compression;
using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Records;

/// <summary>What a command or a service decides by, where a log cannot be opened, read or written.</summary>
public sealed class ErrorReasonTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Not_found()
    {
        var run = Run(new HandWrittenLog("gone").Header().End());
        File.Delete(run.Path);
        var missing = _directory.In("missing");

        All(StepLogErrorReason.NotFound,
            () => StepLogFile.Read(missing), () => StepLogVerifier.Verify(missing), () => StepLogFile.ReadSteps(missing).ToList(), () => StepLogDirectory.Open(missing),
            () => run.ReadHeader(), () => run.ReadEnd(), () => run.Read(), () => StepLog.Resume(missing), () => StepLog.Resume(_directory.Path, "missing"),
            () => StepLogRetention.Apply(missing, new() { UserId = "ada" }), () => KeyRing.Open(missing));
    }

    [Fact]
    public async Task Not_a_log()
    {
        var text = _directory.Write("text.jsonl", "Dear diary\n"u8);
        var empty = _directory.Write("empty.jsonl", []);
        Directory.CreateDirectory(_directory.In("folder.jsonl"));
        var runs = StepLogDirectory.Open(_directory.Path);

        All(StepLogErrorReason.NotALog,
            () => StepLogFile.Read(text), () => StepLogFile.Read(empty), () => StepLogFile.Parse("{}\n"u8.ToArray()), () => StepLogFile.Read(_directory.In("folder.jsonl")),
            () => StepLogVerifier.Verify(_directory.Path), () => runs.FindRun("text")!.ReadHeader(), () => runs.FindRun("folder")!.ReadHeader(), () => StepLog.Resume(text));
        Assert.Equal(StepLogErrorReason.NotALog, (await Assert.ThrowsAsync<StepLogException>(async () =>
            await runs.FindRun("text")!.FollowAsync(cancellationToken: TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken))).Reason);
    }

    [Fact]
    public void Unsupported_version()
    {
        var later = _directory.Write("later.jsonl", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(new HandWrittenLog("later").Header().ToArray()).Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal)));
        _directory.Write("keys.json", """{"v":2,"keys":{}}"""u8);
        KeepToOwner("keys.json");

        All(StepLogErrorReason.UnsupportedVersion,
            () => StepLogFile.Read(later), () => StepLogDirectory.Open(_directory.Path).FindRun("later")!.ReadHeader(), () => StepLog.Resume(later), () => KeyRing.Open(_directory.In("keys.json")));
    }

    [Fact]
    public async Task Damaged()
    {
        var log = new HandWrittenLog("r").Header().Event("a").Event("b");
        var path = _directory.Write("r.jsonl", [.. log.ToArray(), .. "?\n"u8, .. log.ToArray()]);
        var beheaded = _directory.Write("beheaded.jsonl", HandWrittenLog.Join(log.Lines.Skip(1)));
        var garbled = _directory.Write("garbled.jsonl", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(log.ToArray()).Replace("surf", "turf", StringComparison.Ordinal)));
        _directory.Write("packed.jsonl.gz", [0x1F, 0x8B, 8, 0xFF]);
        _directory.Write("keys.json", "{"u8);
        KeepToOwner("keys.json");
        var runs = StepLogDirectory.Open(_directory.Path);

        All(StepLogErrorReason.Damaged,
            () => StepLogFile.ReadSteps(path).ToList(), () => StepLogFile.Read(beheaded), () => StepLogFile.Read(garbled), () => runs.FindRun("packed")!.ReadHeader(),
            () => StepLog.Resume(path), () => StepLog.Resume(garbled), () => KeyRing.Open(_directory.In("keys.json")));
        Assert.Equal(StepLogErrorReason.Damaged, (await Assert.ThrowsAsync<StepLogException>(async () =>
            await runs.FindRun("r")!.FollowAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken))).Reason);
    }

    [Fact]
    public void Too_large()
    {
        var log = new HandWrittenLog("r").Header();
        for (var i = 0; i < 40; i++)
        {
            log.Event(new string('x', 4_000));
        }

        using var content = new MemoryStream();
        using (var zip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(log.ToArray());
        }

        var packed = _directory.Write("r.jsonl.gz", content.ToArray());
        KeyRing.Create(_directory.In("keys.json"));
        var tight = new StepLogReadOptions { UnpackedLimit = 64 * 1024 };

        All(StepLogErrorReason.TooLarge,
            () => StepLogFile.Read(packed, options: tight), () => StepLogVerifier.Verify(packed, tight), () => FileKeyRing.Open(_directory.In("keys.json"), maxBytes: 3));
    }

    [Fact]
    public void Being_written_existing_and_ended()
    {
        using var log = StepLog.Start(_directory.Path, new() { RunId = "r" });
        All(StepLogErrorReason.BeingWritten, () => StepLog.Resume(log.Path!), () => StepLog.Start(_directory.Path, new() { RunId = "r" }));
        log.Complete();
        KeyRing.Create(_directory.In("keys.json"));

        All(StepLogErrorReason.AlreadyExists, () => StepLog.Start(_directory.Path, new() { RunId = "r" }), () => KeyRing.Create(_directory.In("keys.json")));
        All(StepLogErrorReason.AlreadyEnded, () => StepLog.Resume(log.Path!));
    }

    [Fact]
    public void Refused()
    {
        var ring = KeyRing.Create(_directory.In("keys.json"));
        string path;
        using (var log = StepLog.Start(_directory.In("logs"), new() { UserId = "ada" }))
        {
            path = _directory.In("left/" + Path.GetFileName(log.Path));
            Directory.CreateDirectory(_directory.In("left"));
            File.Copy(log.Path!, path); // as a crash would leave it
        }

        All(StepLogErrorReason.Refused,
            () => StepLog.Start(_directory.Path, new() { KeyRing = ring, Subject = "ada" }), () => StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, WhenNoSubject = WhenNoSubject.Refuse }),
            () => StepLog.Resume(path, new() { UserId = "bob" }), () => StepLogRetention.Apply(_directory.In("logs"), new() { Subject = "nobody", KeyRing = ring }));
    }

    [Fact]
    public void Inaccessible_and_a_call_that_was_not_made()
    {
        var file = _directory.Write("file", []);
        var withBlob = new HandWrittenLog().Header().Event("e", $"{{\"$blob\":\"sha256:{new string('a', 64)}\",\"bytes\":1}}").ToArray();
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { OnLogFailure = LogFailurePolicy.FailClosed });
        files.Fails = static call => call == "append";

        All(StepLogErrorReason.Inaccessible,
            () => StepLog.Start(Path.Combine(file, "logs")), () => StepLogVerifier.Verify(new MemoryStream(withBlob), static _ => throw new IOException("no")),
            () => StepLog.On(new FaultyFiles { Fails = static call => call == "append" }, new()));
        All(StepLogErrorReason.CallNotMade, () => log.ToolCall("pay"));
    }

    [Fact]
    public void One_that_says_none_is_unspecified()
    {
        All(StepLogErrorReason.Unspecified, static () => throw new StepLogException("x"), static () => throw new StepLogException("x", new IOException()));
        var made = new StepLogException(StepLogErrorReason.Refused, "x\n", new IOException("why"));
        Assert.Equal((StepLogErrorReason.Refused, "x\\n", "why"), (made.Reason, made.Message, made.InnerException?.Message));
    }

    private static void All(StepLogErrorReason reason, params Func<object?>[] calls) =>
        Assert.All(calls, call => Assert.Equal(reason, Assert.Throws<StepLogException>(call).Reason));

    private StepLogRun Run(HandWrittenLog log)
    {
        _directory.Write(log.RunId + ".jsonl", log.ToArray());
        return StepLogDirectory.Open(_directory.Path).FindRun(log.RunId)!;
    }

    private void KeepToOwner(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_directory.In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
