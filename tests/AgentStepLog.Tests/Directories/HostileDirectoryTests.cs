using System.IO.Compression;
using System.Text;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Directories that somebody made to mislead: each is read as far as it can be, or refused with a message.</summary>
public sealed class HostileDirectoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}\\udzzzz\n", "is no valid JSON")]
    [InlineData("{\"v\":1,\"a\":2}\\ud8\n", "its header")] // begins as one does
    [InlineData("{\"v\":1 } {\n", "is no valid JSON")]
    public void Text_behind_the_first_value_of_a_file_is_no_log(string content, string why)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("r.jsonl", Encoding.UTF8.GetBytes(content));
        Assert.Contains(why, Assert.Throws<StepLogException>(() => StepLogFile.Read(path)).Message, StringComparison.Ordinal);
        Assert.Contains(StepLogVerifier.Verify(path).Verdict, new[] { Verdict.Tampered, Verdict.Torn });
        Assert.Throws<StepLogException>(() => StepLogDirectory.Open(directory.Path).FindRun("r")!.ReadHeader());
    }

    [Fact]
    public void A_directory_behind_a_link_is_listed_again_when_it_changes()
    {
        using var directory = new TempDirectory();
        var link = directory.In("link");
        Directory.CreateDirectory(directory.In("real"));
        Directory.CreateSymbolicLink(link, directory.In("real"));
        File.SetLastWriteTimeUtc(directory.In("real"), DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(link, DateTime.UtcNow.AddHours(-1));
        Assert.True(new DirectoryInfo(link).LastWriteTimeUtc < DateTime.UtcNow.AddMinutes(-1)); // the link's own
        var listed = StepLogDirectory.Open(link + Path.DirectorySeparatorChar);
        Assert.Empty(listed.GetRuns());
        directory.Write("real/r.jsonl", "x"u8);
        Assert.Single(listed.GetRuns());
    }

    [Fact]
    public async Task Each_enumeration_of_a_run_follows_it_from_its_beginning_and_gives_each_header_once()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        for (var i = 0; i < 200; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        StepLogDirectoryTests.Pack(directory.In("r.jsonl"));
        var steps = StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: TimeSpan.FromMilliseconds(5), cancellationToken: Cancellation);
        await using var first = steps.GetAsyncEnumerator(Cancellation);
        var read = new List<Step>();
        for (var i = 0; i < 205; i++) // header, 200 calls, and the headers of the files behind the first
        {
            Assert.True(await first.MoveNextAsync());
            read.Add(first.Current);
            if (read.Count == log.Health.Steps)
            {
                break;
            }
        }

        log.Complete();
        while (await first.MoveNextAsync())
        {
            read.Add(first.Current);
        }

        var expected = StepLogFile.Read(directory.In("r.jsonl.gz")).Steps;
        Assert.Equal(expected, read);
        Assert.Equal(expected, await steps.ToListAsync(Cancellation));
    }

    [Fact]
    public void A_header_is_read_without_what_follows_it_and_one_that_is_none_says_so()
    {
        using var directory = new TempDirectory();
        using (var huge = File.Create(directory.In("huge.jsonl")))
        {
            huge.SetLength(1L << 40); // sparse: to read it would take an hour
        }

        var listed = StepLogDirectory.Open(directory.Path);
        Assert.Throws<StepLogException>(() => listed.FindRun("huge")!.ReadHeader());
        Assert.Contains("huge.jsonl is no step log", Assert.Throws<StepLogException>(() => listed.FindRun("huge")!.ReadOutcome()).Message, StringComparison.Ordinal);
        Assert.Equal(1L << 40, listed.FindRun("huge")!.GetLength());
    }

    [Theory]
    [InlineData(false, "bad.jsonl.gz does not begin as gzip does, with the bytes 1f 8b.")]
    [InlineData(true, "bad.jsonl.gz ends within ")]
    public void A_header_that_cannot_be_unpacked_is_said_with_its_file(bool isCut, string what)
    {
        using var directory = new TempDirectory();
        var log = Integrity.Mutants.SampleRun.Pack(new HandWrittenLog("bad").Header().ToArray());
        directory.Write("bad.jsonl.gz", isCut ? log.AsSpan(0, 40) : Enumerable.Range(7, 300).Select(static i => (byte)(i * 37)).ToArray());
        var said = Assert.Throws<StepLogException>(() => StepLogDirectory.Open(directory.Path).FindRun("bad")!.ReadHeader()).Message;
        Assert.StartsWith($"The run bad in {directory.Path} cannot be read: {what}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_with_another_number_than_nought_is_read_as_it_stands()
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Raw($"{{\"v\":1,\"run_id\":\"r\",\"step\":5,\"type\":\"run_start\",\"ts\":1795251600.000001,\"mono_ms\":0.250,\"prev\":\"{new HandWrittenLog().Prev}\"");
        directory.Write("r.jsonl", log.ToArray());
        Assert.Equal(5, StepLogDirectory.Open(directory.Path).FindRun("r")!.ReadHeader().Number);
    }

    [Fact]
    public void A_compressed_line_without_an_end_is_unpacked_no_further_than_it_may_be()
    {
        using var directory = new TempDirectory();
        using (var packed = new GZipStream(File.Create(directory.In("r.jsonl.gz")), CompressionLevel.Fastest))
        {
            packed.Write(new byte[1 << 20]);
        }

        var run = StepLogDirectory.Open(directory.Path).FindRun("r")!;
        Assert.Contains("unpacks to more than", Assert.Throws<StepLogException>(() => run.ReadOutcome(new() { UnpackedLimit = 64 * 1024 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_no_number_holds_together_are_the_largest_one()
    {
        Assert.Equal(long.MaxValue, AgentStepLog.Files.ByteCount.Sum([long.MaxValue, 1, long.MaxValue]));
        Assert.Equal(6, AgentStepLog.Files.ByteCount.Sum([1, 2, 3]));
    }

    [Fact]
    public void A_second_file_that_turns_out_to_be_a_run_of_its_own_is_one_from_then_on()
    {
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "a", "one");
        directory.Write("a.2.jsonl", []); // not written yet
        var listed = StepLogDirectory.Open(directory.Path);
        Assert.Equal(["a"], listed.GetRuns().Select(run => run.RunId));
        File.Delete(directory.In("a.2.jsonl"));
        StepLogDirectoryTests.Write(directory, "a.2", "two");
        Assert.Equal(["a", "a.2"], listed.GetRuns().Select(run => run.RunId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_directory_is_not_followed()
    {
        using var directory = new TempDirectory();
        using var elsewhere = new TempDirectory();
        StepLogDirectoryTests.Write(elsewhere, "x", "not here");
        File.CreateSymbolicLink(directory.In("evil.jsonl"), elsewhere.In("x.jsonl"));
        var run = StepLogDirectory.Open(directory.Path).FindRun("evil")!;
        Assert.Throws<StepLogException>(() => run.ReadHeader());
        Assert.Throws<StepLogException>(() => run.Read());
        Assert.Throws<StepLogException>(() => run.Verify());
        Assert.Throws<StepLogException>(() => run.ReadOutcome());
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("evil.jsonl")).Verdict); // of a path that is asked about it is
    }

    [Fact]
    public async Task A_file_that_is_gone_between_others_is_missed_by_who_follows()
    {
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "r", "gap", calls: 400, segmentBytes: 64 * 1024);
        File.Delete(directory.In("r.2.jsonl"));
        var steps = StepLogDirectory.Open(directory.Path).FindRun("r")!.FollowAsync(pollInterval: TimeSpan.FromMilliseconds(5), cancellationToken: Cancellation);
        Assert.Contains("is gone", (await Assert.ThrowsAsync<StepLogException>(async () => await steps.ToListAsync(Cancellation))).Message, StringComparison.Ordinal);
    }
}
