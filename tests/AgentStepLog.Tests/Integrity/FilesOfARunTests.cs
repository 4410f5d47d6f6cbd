using System.Text;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>Whatever lies under the name of one of a run's files is told, by all who read the run.</summary>
public sealed class FilesOfARunTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("\"segment\":10", "\"segment\":11")]
    [InlineData("\"run_id\":\"ten\"", "\"run_id\":\"tem\"")]
    [InlineData("\"segment\":10", "\"segmenT\":10")]
    [InlineData("\"step\":", "\"stop\":")]
    [InlineData("\"type\":\"run_start\"", "\"type\":\"run_stars\"")]
    public void One_changed_byte_in_the_header_of_the_last_file_hides_nothing(string part, string instead)
    {
        Write(files: 10);
        var path = _directory.In("ten.10.jsonl");
        var text = File.ReadAllText(path, Encoding.Latin1);
        File.WriteAllText(path, text[..text.IndexOf('\n', StringComparison.Ordinal)].Replace(part, instead, StringComparison.Ordinal) + text[text.IndexOf('\n', StringComparison.Ordinal)..], Encoding.Latin1);
        foreach (var hasHead in new[] { true, false })
        {
            var found = StepLogVerifier.Verify(_directory.In("ten.jsonl"));
            Assert.Equal(Verdict.Tampered, found.Verdict);
            Assert.NotNull(found.BadStep);
            Assert.NotNull(StepLogFile.Read(_directory.In("ten.jsonl")).Damage);
            Assert.Throws<StepLogException>(() => StepLog.Resume(_directory.In("ten.jsonl")));
            Assert.False(File.Exists(_directory.In("ten.11.jsonl")));
            Assert.Contains("does not verify", Assert.Single(StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0 }).Kept).Reason, StringComparison.Ordinal);
            if (hasHead)
            {
                File.Delete(_directory.In("ten.head"));
            }
        }
    }

    [Theory]
    [InlineData("m.3.jsonl", "m.7.jsonl", "says that it is file 3")]
    [InlineData("q.jsonl", "m.4.jsonl", "is of run \"q\"")]
    [InlineData("q.jsonl", "m.04.jsonl", "numbered from 2 on")]
    [InlineData("q.jsonl", "m.99999999999.jsonl", "numbered from 2 on")]
    public void A_file_that_is_named_like_a_next_one_and_is_none_is_tampered_and_nobody_goes_on_beside_it(string file, string name, string why)
    {
        SampleRun.Make(isEnded: false, hasHead: false).ToImage().WriteTo(_directory.Path);
        File.Move(_directory.In(file), _directory.In(name));

        var found = StepLogVerifier.Verify(_directory.In("m.jsonl"));

        Assert.Equal((Verdict.Tampered, found.Lines), (found.Verdict, found.BadStep));
        Assert.Contains($"{name} is named like a file of the run and is none", found.Message, StringComparison.Ordinal);
        Assert.Contains(why, found.Message, StringComparison.Ordinal);
        Assert.Contains(name, StepLogFile.Read(_directory.In("m.jsonl")).Damage!.Message, StringComparison.Ordinal);
        Assert.Contains(name, Assert.Throws<StepLogException>(() => StepLog.Resume(_directory.In("m.jsonl"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_feed_that_is_cut_off_a_file_before_the_last_is_tampered_though_its_lines_hold_together()
    {
        Write(files: 3);
        var path = _directory.In("ten.2.jsonl");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        var found = StepLogVerifier.Verify(_directory.In("ten.jsonl"));
        Assert.Equal(Verdict.Tampered, found.Verdict);
        Assert.Contains("ten.2.jsonl ends within a line, and the run continues in ten.3.jsonl", found.Message, StringComparison.Ordinal);
        Assert.NotNull(StepLogFile.Read(_directory.In("ten.jsonl")).Damage);
        Assert.Throws<StepLogException>(() => StepLog.Resume(_directory.In("ten.jsonl")));
    }

    [Fact]
    public void It_is_tampered_too_where_the_last_line_of_all_is_torn()
    {
        Write(files: 3);
        foreach (var (name, less) in new[] { ("ten.2.jsonl", 1), ("ten.3.jsonl", 30) })
        {
            File.WriteAllBytes(_directory.In(name), File.ReadAllBytes(_directory.In(name))[..^less]);
        }

        var found = StepLogVerifier.Verify(_directory.In("ten.jsonl"));
        Assert.Equal(Verdict.Tampered, found.Verdict);
        Assert.Contains("Torn: line", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_behind_zeros_is_not_proven_and_makes_nothing_worse()
    {
        SampleRun.Make(isEnded: true, hasHead: false, packed: 3).ToImage().WriteTo(_directory.Path); // a compressed file is read to its end, and those before it are
        var path = _directory.In("m.2.jsonl");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf((byte)'\n') + 1] = 0; // of the line behind the header
        File.WriteAllBytes(path, bytes[..^30]);
        var found = StepLogVerifier.Verify(_directory.In("m.jsonl"));
        Assert.Equal(Verdict.Torn, found.Verdict);
        Assert.Contains("zero bytes", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cut off its end", found.Message, StringComparison.Ordinal);
        Assert.Equal(2, StepLogFile.Read(_directory.In("m.jsonl")).Damage!.Lines); // that with the zeros and that which was cut, once each
    }

    [Fact]
    public void A_run_that_is_called_like_a_next_file_of_another_is_that_run_and_no_part_of_the_other()
    {
        _directory.Write("r.jsonl", new HandWrittenLog("r").Header().End().ToArray());
        _directory.Write("r.2.jsonl", new HandWrittenLog("r.2").Header().Event("own").End().ToArray());

        Assert.Equal((Verdict.SelfConsistent, 2L), (StepLogVerifier.Verify(_directory.In("r.jsonl")).Verdict, StepLogVerifier.Verify(_directory.In("r.jsonl")).Lines));
        Assert.Equal((Verdict.SelfConsistent, 3L), (StepLogVerifier.Verify(_directory.In("r.2.jsonl")).Verdict, StepLogVerifier.Verify(_directory.In("r.2.jsonl")).Lines));
        Assert.Equal(["r", "r.2"], StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0 }).Dropped.Select(run => run.RunId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_last_file_is_torn_and_goes_when_the_run_is_gone_on_with()
    {
        SampleRun.Make(isEnded: false, hasHead: false).ToImage().WriteTo(_directory.Path);
        _directory.Write("m.4.jsonl", []);
        var found = StepLogVerifier.Verify(_directory.In("m.jsonl"));
        Assert.Equal(Verdict.Torn, found.Verdict);
        Assert.Contains("m.4.jsonl is empty", found.Message, StringComparison.Ordinal);
        using (var log = StepLog.Resume(_directory.In("m.jsonl")))
        {
            log.Complete();
        }

        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(_directory.In("m.jsonl")).Verdict, StepLogVerifier.Verify(_directory.In("m.jsonl")).Outcome));
    }

    [Fact]
    public void An_ended_run_keeps_an_empty_file_behind_it_since_it_is_not_gone_on_with()
    {
        SampleRun.Make(isEnded: true, hasHead: false).ToImage().WriteTo(_directory.Path);
        _directory.Write("m.4.jsonl", []);
        Assert.Throws<StepLogException>(() => StepLog.Resume(_directory.In("m.jsonl")));
        Assert.True(File.Exists(_directory.In("m.4.jsonl")));
    }

    [Fact]
    public void A_copy_under_another_name_is_verified_and_its_name_is_mentioned()
    {
        var path = _directory.Write("evidence.jsonl", new HandWrittenLog("r").Header().End().ToArray());
        var found = StepLogVerifier.Verify(path);
        Assert.Equal((Verdict.SelfConsistent, "r"), (found.Verdict, found.RunId));
        Assert.Contains("The run is \"r\", and its file is called evidence.jsonl.", found.Message, StringComparison.Ordinal);
        Assert.Null(StepLogFile.Read(path).Damage);
    }

    [Fact]
    public void A_file_that_is_there_plain_and_compressed_is_the_plain_one_and_the_other_holds_the_same()
    {
        var log = new HandWrittenLog("r").Header().Event("e").End().ToArray();
        var path = _directory.Write("r.jsonl", log);
        _directory.Write("r.jsonl.gz", SampleRun.Pack(log));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path + ".gz").Verdict);
        _directory.Write("r.jsonl.gz", SampleRun.Pack(log).AsSpan()[..^9]);
        Assert.Equal(Verdict.Torn, StepLogVerifier.Verify(path).Verdict);
        _directory.Write("r.jsonl.gz", SampleRun.Pack(log[..^1]));
        Assert.Equal(Verdict.Tampered, StepLogVerifier.Verify(path).Verdict);
        _directory.Write("r.jsonl.gz", SampleRun.Pack([.. log, .. "x"u8]));
        Assert.Contains("holds other bytes than r.jsonl", StepLogVerifier.Verify(path).Message, StringComparison.Ordinal);
        Assert.Single(StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0, DropDamaged = true }).Dropped);
        Assert.Empty(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_log_that_cannot_be_taken_apart_keeps_no_other_from_being_dropped()
    {
        _directory.Write("a.jsonl", new HandWrittenLog("a").Header().End().ToArray());
        _directory.Write("poison.jsonl", new HandWrittenLog("poison").Header().Line("event", "\"name\":\"x\"").Raw("{\"v\":1,\"run_id\":7,\"step\":2,\"type\":\"event\",\"ts\":1.000000,\"mono_ms\":99.000,\"prev\":null").ToArray());
        Directory.CreateDirectory(_directory.In("folder.jsonl"));
        Directory.CreateDirectory(_directory.In("gone.dropped"));
        _directory.Write("broken.jsonl.gz", "no gzip"u8);
        _directory.Write("z.jsonl", new HandWrittenLog("z").Header().End().ToArray());

        var report = StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0 });

        Assert.Equal(["a", "z"], report.Dropped.Select(run => run.RunId).Order(StringComparer.Ordinal));
        Assert.Equal(["broken", "folder", "gone", "poison"], report.Kept.Select(run => run.RunId).Order(StringComparer.Ordinal));
        Assert.True(report.Kept.Single(run => run.RunId == "gone").IsDue); // it was dropped, but for what cannot be deleted
        Assert.Contains("is a directory", report.Kept.Single(run => run.RunId == "folder").Reason, StringComparison.Ordinal);
        Assert.Contains("does not begin as gzip does", report.Kept.Single(run => run.RunId == "broken").Reason, StringComparison.Ordinal);
    }

    private void Write(int files)
    {
        using var log = StepLog.Start(_directory.Path, new() { RunId = "ten", SegmentBytes = 64 * 1024 });
        while (log.Health.Segment < files)
        {
            log.Record(new EventStep { Name = "step", Data = JsonText.Of(new string('x', 10_000)) });
        }

        for (var i = 0; i < 5; i++)
        {
            log.Record(new EventStep { Name = "in the last file" });
        }

        log.Complete();
    }
}
