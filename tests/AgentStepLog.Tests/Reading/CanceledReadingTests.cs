using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

/// <summary>Whatever a log is made of, and however much of it there is, its reading ends when it is canceled.</summary>
public sealed class CanceledReadingTests
{
    // What is not ended in this time is not ended at all.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("verify")]
    [InlineData("steps")]
    [InlineData("all")]
    [InlineData("all of a run")]
    public async Task Within_a_line_that_has_no_end(string what)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("r.jsonl", new HandWrittenLog("r").Header().Event("before").ToArray());
        using (var endless = File.OpenWrite(path))
        {
            endless.SetLength(1L << 40); // sparse: to read it would take an hour
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        source.CancelAfter(TimeSpan.FromMilliseconds(200));
        Task reading = what switch
        {
            "verify" => StepLogVerifier.VerifyAsync(path, cancellationToken: source.Token),
            "all" => StepLogFile.ReadAsync(path, cancellationToken: source.Token),
            "all of a run" => StepLogDirectory.Open(directory.Path).FindRun("r")!.ReadAsync(cancellationToken: source.Token),
            _ => Task.Run(async () => await StepLogFile.ReadStepsAsync(path, onDamage: static _ => { }, cancellationToken: source.Token).ToListAsync(Cancellation), Cancellation),
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(s_patience, Cancellation));
    }

    [Fact]
    public async Task Within_a_compressed_file_that_is_compared_with_the_plain_one_beside_it()
    {
        using var directory = new TempDirectory();
        var plain = directory.Write("r.jsonl", new byte[1 << 20]);
        var packed = directory.Write("r.jsonl.gz", Integrity.Mutants.SampleRun.Pack(new byte[1 << 20]));
        using var source = new CancellationTokenSource();
        Assert.Null(PackedTwin.Finding(plain, packed, source.Token));
        await source.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => PackedTwin.Finding(plain, packed, source.Token));
    }

    [Fact]
    public void Within_a_history_of_blobs_that_name_one_another()
    {
        var (blobs, last) = Chain(1_000);
        var log = new HandWrittenLog("r").Header().Llm(1, $"\"input\":{{\"messages\":{{\"$thread\":\"sha256:{last}\",\"messages\":1000}}}}").ToArray();
        using var source = new CancellationTokenSource();
        var opened = 0;
        var watch = new ReadingWatch(log.Length, null, source.Token);
        var open = watch.OfBlobs(hash =>
        {
            if (++opened == 10)
            {
                source.Cancel();
            }

            return new MemoryStream(blobs[hash]);
        });
        Assert.Throws<OperationCanceledException>(() => new LogCheck(new MemoryStream(log), _ => open).Run());
        Assert.Equal(10, opened);
        Assert.Equal(1_000, new LogCheck(new MemoryStream(log), _ => hash => new MemoryStream(blobs[hash])).Run().Blobs); // nothing else was wrong with it
    }

    // Each adds one message to those of the one before it.
    private static (Dictionary<string, byte[]> Blobs, string Last) Chain(int length)
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var last = "";
        for (var i = 0; i < length; i++)
        {
            var content = Encoding.UTF8.GetBytes($"{{{(i == 0 ? "" : $"\"prev\":\"sha256:{last}\",")}\"add\":[{{\"n\":{i}}}]}}");
            last = Convert.ToHexStringLower(SHA256.HashData(content));
            blobs[last] = content;
        }

        return (blobs, last);
    }
}
