using System.Globalization;
using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

/// <summary>A line of 100 MB, where a line has at most 64 KiB: nobody holds it, and everybody says what it is.</summary>
public sealed class LongLineTests
{
    private const long Length = 100_000_000;

    // A few buffers of the longest line, whatever the line is.
    private const long MostMemory = 4 * 1024 * 1024;

    [Theory]
    [InlineData("{\"v\":1,\"run_id\":\"r\",\"step\":0,\"type\":\"run_start\",\"agent\":\"", "its first line has more than 65535 bytes")]
    [InlineData("{\"log\":\"", "its first line has more than 65535 bytes")]
    [InlineData("é", "its first line is no JSON object but begins with")]
    public void As_the_first_line_it_makes_the_file_no_log(string begins, string says)
    {
        using var directory = new TempDirectory();
        var path = directory.In("r.jsonl");
        Write(path, [], begins);

        var (verified, memory) = Measured(() => StepLogVerifier.Verify(path));
        Assert.Equal((Verdict.Tampered, (long?)0), (verified.Verdict, verified.BadStep));
        Assert.Contains(says, verified.Message, StringComparison.Ordinal);
        Assert.InRange(memory, 0, MostMemory);
        Assert.Contains(says, Refused(() => StepLogFile.Read(path)), StringComparison.Ordinal);
        Assert.Contains(says, Refused(() => StepLog.Resume(path).Dispose()), StringComparison.Ordinal);
        Assert.Contains(says, Refused(() => StepLog.Resume(directory.Path, "r").Dispose()), StringComparison.Ordinal);
        Assert.Empty(Measured(() => StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0, DropAbandoned = true, DropDamaged = true })).Value.Dropped);
        Assert.True(new FileInfo(path).Length > Length);
    }

    [Fact]
    public void Among_others_it_is_measured_and_the_lines_around_it_are_read()
    {
        using var directory = new TempDirectory();
        var path = directory.In("r.jsonl");
        var log = new HandWrittenLog("r").Header().Event("before");
        Write(path, log.ToArray(), "{\"v\":1,\"data\":\"");
        File.AppendAllBytes(path, [.. log.Event("after").Lines[^1], (byte)'\n']);

        var says = string.Create(CultureInfo.InvariantCulture, $"line 3 of the file (step 2) has {Length + 15} bytes, and a line has at most 65535");
        var (verified, memory) = Measured(() => StepLogVerifier.Verify(path));
        Assert.Equal((Verdict.Tampered, (long?)2), (verified.Verdict, verified.BadStep));
        Assert.Contains(says, verified.Message, StringComparison.Ordinal);
        Assert.InRange(memory, 0, MostMemory);
        var (read, memoryOfReading) = Measured(() => StepLogFile.Read(path));
        Assert.Contains(says, read.Damage!.Message, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], read.Steps.OfType<EventStep>().Select(e => e.Name));
        Assert.InRange(memoryOfReading, 0, MostMemory);
        Assert.Contains(says, Refused(() => StepLog.Resume(path).Dispose()), StringComparison.Ordinal);
        Assert.Contains(says, Assert.Single(StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 }).Kept).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void As_the_end_of_a_log_without_a_line_feed_it_is_a_tear_that_is_taken_out_and_kept()
    {
        using var directory = new TempDirectory();
        var path = directory.In("r.jsonl");
        Write(path, new HandWrittenLog("r").Header().Event("before").ToArray(), "{\"v\":1,\"data\":\"", ends: false);

        Assert.Equal((Verdict.Torn, (long?)2), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).BadStep));
        var (_, memory) = Measured(() =>
        {
            using var log = StepLog.Resume(path);
            log.Complete();
            return log.Health.Lost;
        });
        Assert.InRange(memory, 0, MostMemory);
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Outcome));
        Assert.Equal(Length + 15, new FileInfo(Assert.Single(Directory.GetFiles(directory.Path, "*.torn-*"))).Length);
    }

    private static void Write(string path, ReadOnlySpan<byte> before, string begins, bool ends = true)
    {
        using var file = File.Create(path);
        file.Write(before);
        file.Write(Encoding.UTF8.GetBytes(begins));
        var piece = Encoding.ASCII.GetBytes(new string('x', 1_000_000));
        for (var written = 0L; written < Length; written += piece.Length)
        {
            file.Write(piece);
        }

        file.Write(ends ? "\n"u8 : []);
    }

    private static (T Value, long Bytes) Measured<T>(Func<T> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = read();
        return (value, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Refused(Action read) => Assert.Throws<StepLogException>(read).Message;
}
