using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Reading;

public sealed class SegmentReadingTests
{
    [Fact]
    public void A_run_of_several_files_reads_and_verifies_as_one()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", SegmentBytes = 64 * 1024 });
        for (var i = 0; i < 500; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        log.Complete();
        Assert.True(log.Health.Segment > 2);
        var file = StepLogFile.Read(log.Path!);
        Assert.Null(file.Damage);
        Assert.Equal((500, RunOutcome.Completed), (file.Summary.ToolCalls, file.Outcome));
        Assert.Equal(Enumerable.Range(0, file.Steps.Count), file.Steps.Select(s => (int)s.Number));
        Assert.Equal(Enumerable.Range(1, log.Health.Segment), file.Steps.OfType<RunStartStep>().Select(s => (int)s.Segment));

        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.SelfConsistent, file.Steps.Count), (verification.Verdict, verification.Lines));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
        Assert.Equal(file.Steps.Count, StepLogFile.Parse(log.ToArray()).Steps.Count);
    }

    [Fact]
    public void Reading_into_no_room_passes_over_nothing()
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        using var whole = RunStream.Open(directory.In("r.jsonl"), cancellationToken: TestContext.Current.CancellationToken);
        using var stream = RunStream.Open(directory.In("r.jsonl"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, stream.Read([]));
        using var expected = new MemoryStream();
        using var read = new MemoryStream();
        whole.CopyTo(expected);
        stream.CopyTo(read);
        Assert.Equal(expected.ToArray(), read.ToArray());
    }

    [Theory]
    [InlineData("r.2.jsonl")]
    [InlineData("r.3.jsonl")]
    public void A_file_that_is_gone_or_that_is_another_runs_is_no_sound_log(string name)
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        Write(directory.In("other"), "r");
        File.Move(directory.In(name), directory.In("gone"));
        var missing = StepLogVerifier.Verify(directory.In("r.jsonl"));
        Assert.True(missing.Outcome is null); // what is cut off the end cannot be told without an anchor
        File.Copy(directory.In("other/" + name), directory.In(name));
        Assert.Equal(Verdict.Tampered, StepLogVerifier.Verify(directory.In("r.jsonl")).Verdict);
    }

    [Fact]
    public void What_a_failed_sync_left_behind_is_passed_over_and_said()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.Path, RunId = "r", Durability = Durability.Durable });
        Calls.Say("acknowledged");
        var left = 1;
        files.Fails = call => call == "cut" || (call == "sync" && Interlocked.Decrement(ref left) == 0);
        Calls.Say("written twice");
        files.Fails = static _ => false;
        log.Complete();

        Assert.Equal(3, LogLines.Split(File.ReadAllBytes(log.Path!)).Count); // what could not be cut off stands there
        var file = StepLogFile.Read(log.Path!);
        Assert.Equal(["acknowledged", "written twice"], file.Steps.OfType<ToolCallStep>().Select(s => s.OutputJson.ToElement().GetString()));
        Assert.Null(file.Damage);
        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.Torn, RunOutcome.Completed, 6), (verification.Verdict, verification.Outcome, verification.Lines));
        Assert.Contains("passed over", verification.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r.jsonl")]
    [InlineData("r.2.jsonl")]
    [InlineData("r.3.jsonl")]
    public void Each_of_its_files_names_the_run_packed_or_not(string named)
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        var all = StepLogVerifier.Verify(directory.In(named));
        Assert.Equal((Verdict.SelfConsistent, "r"), (all.Verdict, all.RunId));
        var steps = StepLogFile.Read(directory.In(named)).Steps;
        Assert.Equal(all.Lines, steps.Count);

        Pack(directory.In("r.jsonl"));
        Pack(directory.In("r.3.jsonl"));
        foreach (var path in new[] { directory.In(named), directory.In(named + ".gz") }.Where(path => path.EndsWith(named, StringComparison.Ordinal) || File.Exists(path)))
        {
            Assert.Equal(all with { Message = "" }, StepLogVerifier.Verify(path) with { Message = "" });
            Assert.Equal(steps, StepLogFile.Read(path).Steps);
        }
    }

    [Fact]
    public void A_run_is_gone_on_with_by_the_name_of_a_file_that_was_packed_since()
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r", ended: false);
        Pack(directory.In("r.jsonl"));

        using var log = StepLog.Resume(directory.In("r.jsonl"));
        log.Complete();

        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(directory.In("r.jsonl")).Verdict, StepLogVerifier.Verify(directory.In("r.3.jsonl")).Outcome));
    }

    [Fact]
    public void A_next_file_alone_says_that_the_first_one_is_missing_and_a_gap_between_files_which()
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        File.Move(directory.In("r.2.jsonl"), directory.In("away"));
        Assert.Contains("The file r.2.jsonl of the run is not there", StepLogVerifier.Verify(directory.In("r.3.jsonl")).Message, StringComparison.Ordinal);
        File.Move(directory.In("away"), directory.In("r.2.jsonl"));
        File.Delete(directory.In("r.jsonl"));
        Assert.Contains("the first file is not beside it", Assert.Throws<StepLogException>(() => StepLogFile.Read(directory.In("r.2.jsonl"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, "The file r.2.jsonl of")]
    [InlineData(2, 3, "The files r.2.jsonl to r.3.jsonl of")]
    public void Files_that_are_gone_from_between_others_are_named_with_their_steps_and_all_others_are_read(int from, int to, string named)
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r", files: 4);
        var whole = StepLogFile.Read(directory.In("r.jsonl")).Steps;
        for (var i = from; i <= to; i++)
        {
            File.Delete(directory.In($"r.{i}.jsonl"));
        }

        var read = StepLogFile.Read(directory.In("r.4.jsonl"));
        var first = whole.OfType<RunStartStep>().Single(s => s.Segment == from).Number;
        var next = whole.OfType<RunStartStep>().Single(s => s.Segment == to + 1).Number;
        Assert.Equal(whole.Where(s => s.Number < first || s.Number >= next), read.Steps);
        Assert.Equal((first, next - first, false), (read.Damage!.Line, read.Damage.Lines, read.Damage.IsTornTail));
        Assert.Equal($"Damaged: the steps {first} to {next - 1} are not there. {named} the run are not there.".Replace("of the run are", from == to ? "of the run is" : "of the run are", StringComparison.Ordinal), read.Damage.Message);

        var verified = StepLogVerifier.Verify(directory.In("r.jsonl"));
        Assert.Equal((Verdict.Tampered, (long?)first), (verified.Verdict, verified.BadStep));
        Assert.Contains(named, verified.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_file_that_is_gone_is_missed_where_a_head_names_it()
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        File.Delete(directory.In("r.3.jsonl"));
        var cut = StepLogVerifier.Verify(directory.In("r.jsonl"));
        Assert.Equal(Verdict.Torn, cut.Verdict);
        Assert.Contains("r.head", cut.Message, StringComparison.Ordinal);
        Assert.Contains("The file r.3.jsonl of the run is not there", cut.Message, StringComparison.Ordinal);
        var read = StepLogFile.Read(directory.In("r.jsonl"));
        Assert.Contains("r.3.jsonl", read.Damage!.Message, StringComparison.Ordinal);
        Assert.Equal((read.Steps.Count, false), ((int)read.Damage.Line, read.Damage.IsTornTail));
        Assert.Contains("missing", Assert.Throws<StepLogException>(() => StepLog.Resume(directory.In("r.jsonl"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_that_is_damaged_is_an_error_and_no_crash()
    {
        using var directory = new TempDirectory();
        Write(directory.Path, "r");
        Pack(directory.In("r.2.jsonl"));
        var bytes = File.ReadAllBytes(directory.In("r.2.jsonl.gz"));
        bytes.AsSpan(bytes.Length / 2, 40).Fill(0xFF);
        File.WriteAllBytes(directory.In("r.2.jsonl.gz"), bytes);
        try
        {
            Assert.NotEqual(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("r.jsonl")).Verdict);
        }
        catch (StepLogException e)
        {
            Assert.Contains("cannot be unpacked", e.Message, StringComparison.Ordinal);
        }
    }

    private static void Pack(string path)
    {
        using (var from = File.OpenRead(path))
        using (var to = new System.IO.Compression.GZipStream(File.Create(path + ".gz"), System.IO.Compression.CompressionLevel.Fastest))
        {
            from.CopyTo(to);
        }

        File.Delete(path);
    }

    private static void Write(string directory, string runId, int files = 3, bool ended = true)
    {
        using var log = StepLog.Start(directory, new() { RunId = runId, SegmentBytes = 64 * 1024 });
        for (var i = 0; log.Health.Segment < files; i++)
        {
            Calls.Say($"{i} {new string('x', 400)}");
        }

        if (ended)
        {
            log.Complete();
        }
        else
        {
            log.Writer.Abandon();
        }
    }
}
