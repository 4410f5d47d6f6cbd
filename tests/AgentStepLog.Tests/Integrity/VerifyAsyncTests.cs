using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

public sealed class VerifyAsyncTests
{
    [Fact]
    public async Task It_finds_what_Verify_finds_and_tells_how_far_it_is()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path, "r");
        var told = new Reports();
        var found = await StepLogVerifier.VerifyAsync(path, progress: told, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(StepLogVerifier.Verify(path), found);
        Assert.Equal(Verdict.SelfConsistent, found.Verdict);
        var bytes = Directory.GetFiles(directory.Path, "r*.jsonl").Sum(file => new FileInfo(file).Length);
        var blobs = Directory.GetFiles(directory.In("r.blobs")).Sum(file => new FileInfo(file).Length);
        Assert.Equal(new VerificationProgress(bytes, bytes, told.All[^1].BlobBytes), told.All[^1]);
        Assert.True(told.All[^1].BlobBytes >= blobs); // and the manifest
        Assert.Equal(told.All.OrderBy(p => p.Bytes), told.All);
    }

    [Fact]
    public async Task Of_compressed_files_nobody_knows_the_whole()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path, "r");
        using (var packed = new System.IO.Compression.GZipStream(File.Create(path + ".gz"), System.IO.Compression.CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        var bytes = new FileInfo(path).Length;
        File.Delete(path);
        var told = new Reports();
        var found = await StepLogVerifier.VerifyAsync(path, progress: told, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((Verdict.SelfConsistent, null, bytes), (found.Verdict, told.All[^1].TotalBytes, told.All[^1].Bytes));
    }

    [Fact]
    public async Task It_ends_when_it_is_canceled_also_among_the_blobs()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path, "r");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StepLogVerifier.VerifyAsync(path, cancellationToken: new(canceled: true)));

        using var source = new CancellationTokenSource();
        var watch = new AgentStepLog.Integrity.ReadingWatch(null, null, source.Token);
        var blob = watch.OfBlobs(_ => new MemoryStream([1, 2, 3]));
        using var open = blob("a")!;
        Assert.Equal(1, open.ReadByte());
        await source.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => open.ReadByte());
        Assert.Throws<OperationCanceledException>(() => blob("b"));
    }

    [Fact]
    public void Who_waits_is_told_a_while_after_the_last_time()
    {
        var told = new Reports();
        using var log = new AgentStepLog.Integrity.ReadingWatch(10, told, CancellationToken.None).OfLog(new MemoryStream(new byte[10]));
        Until.Holds(() =>
        {
            log.ReadByte();
            return told.All.Count > 0;
        });
        Assert.Equal(10, told.All[0].TotalBytes);
    }

    [Fact]
    public async Task What_the_caller_is_told_in_vain_ends_it()
    {
        using var directory = new TempDirectory();
        var path = Write(directory.Path, "r");
        await Assert.ThrowsAsync<InvalidOperationException>(() => StepLogVerifier.VerifyAsync(path, progress: new Refusal(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("There is no log file", (await Assert.ThrowsAsync<StepLogException>(() => StepLogVerifier.VerifyAsync(directory.In("gone.jsonl"), cancellationToken: TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    private static string Write(string directory, string runId)
    {
        using var log = StepLog.Start(directory, new() { RunId = runId });
        for (var i = 0; i < 50; i++)
        {
            Calls.Say($"{i} {new string('x', 100_000)}");
        }

        log.Complete();
        return log.Path!;
    }

    private sealed class Reports : IProgress<VerificationProgress>
    {
        public List<VerificationProgress> All { get; } = [];

        public void Report(VerificationProgress value)
        {
            lock (All)
            {
                All.Add(value);
            }
        }
    }

    private sealed class Refusal : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => throw new InvalidOperationException("Enough.");
    }
}
