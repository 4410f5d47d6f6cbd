using System.Text;
using System.Text.Json;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class BadInputTests
{
    [Fact]
    public void A_directory_that_cannot_be_written_is_a_clear_error()
    {
        // A place where nobody, not even root, can make a file.
        var directory = OperatingSystem.IsLinux() ? "/proc/steplog" : @"\\?\GLOBALROOT\steplog";
        var e = Assert.Throws<StepLogException>(() => StepLog.Start(directory, new() { RunId = "r" }));
        Assert.StartsWith($"Cannot start the step log \"{Path.Combine(Path.GetFullPath(directory), "r.jsonl")}\": ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose another directory.", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"the directory \"{Path.GetFullPath(directory)}\" could not be made: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not find file", e.Message, StringComparison.Ordinal);
        Assert.NotNull(e.InnerException);
        Assert.Null(StepLog.Current);
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_a_clear_error_and_stays_as_it_is()
    {
        using var directory = new TempDirectory();
        var file = directory.In("logs");
        File.WriteAllText(file, "mine");
        foreach (var place in new[] { file, Path.Combine(file, "below", "it") })
        {
            var e = Assert.Throws<StepLogException>(() => StepLog.Start(place, new() { RunId = "r" }));
            Assert.Equal(
                $"Cannot start the step log \"{Path.Combine(place, "r.jsonl")}\": \"{file}\" is a file, not a directory. Choose another directory, or move the file away.",
                e.Message);
        }

        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("r.2.jsonl")]
    [InlineData("r.jsonl.gz")]
    [InlineData("r.2.jsonl.gz")]
    [InlineData("r.7.jsonl")]
    [InlineData("r.7.jsonl.gz")]
    [InlineData("r.007.jsonl")]
    public void A_run_id_of_which_files_are_left_is_a_clear_error_since_they_would_be_read_as_the_new_runs(string left)
    {
        using var directory = new TempDirectory();
        directory.Write(left, "left"u8);
        var e = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "r" }));
        Assert.Equal(
            $"Cannot start the step log \"{directory.In("r.jsonl")}\": \"{left}\" is there, which readers would take for a file of this run. "
            + "If a run \"r\" was not ended, StepLog.Resume(directory, runId) resumes it. Else move the file away, or choose another RunId.",
            e.Message);
        Assert.Equal([left], Directory.GetFileSystemEntries(directory.Path).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void A_run_of_several_files_that_was_not_ended_is_a_clear_error_that_names_how_to_go_on_with_it()
    {
        using var directory = new TempDirectory();
        var options = new StepLogOptions { RunId = "r", SegmentBytes = 64 * 1024 };
        using (var log = StepLog.Start(directory.Path, options))
        {
            while (!File.Exists(directory.In("r.2.jsonl")))
            {
                Calls.Say(new string('x', 10_000));
            }

            log.Writer.Abandon();
        }

        var e = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, options));
        Assert.Contains("the run \"r\" already has a log there", e.Message, StringComparison.Ordinal);
        Assert.Contains("StepLog.Resume(directory, runId) resumes a run that was not ended", e.Message, StringComparison.Ordinal);
        using var resumed = StepLog.Resume(directory.Path, "r");
    }

    [Fact]
    public void A_run_whose_id_only_begins_like_another_ones_starts_beside_it()
    {
        using var directory = new TempDirectory();
        foreach (var id in new[] { "r.2", "r.7", "rr", "r" })
        {
            StepLog.Start(directory.Path, new() { RunId = id }).Dispose();
        }

        Assert.All(Directory.GetFiles(directory.Path, "*.jsonl"), static log => Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log).Verdict));
        Assert.Equal(4, Directory.GetFiles(directory.Path, "*.jsonl").Length);
    }

    [Fact]
    public void A_run_id_that_already_has_a_file_is_a_clear_error_and_the_file_is_not_touched()
    {
        using var directory = new TempDirectory();
        byte[] before;
        using (var log = StepLog.Start(directory.Path, new() { RunId = "r" }))
        {
            Calls.Say("kept");
            before = log.ToArray();
            var e = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "r" }));
            Assert.Equal(
                $"The step log \"{log.Path}\" is being written by another log, in this process or another one. "
                + "Wait until that has ended the run \"r\", or choose another RunId.",
                e.Message);
            Assert.Same(log, StepLog.Current);
            Calls.Say("goes on");
        }

        var ended = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "r" }));
        Assert.Equal(
            $"Cannot start the step log \"{directory.In("r.jsonl")}\": the run \"r\" already has a log there, which is left as it is. "
            + "Choose another RunId, or leave it unset to get a new one; StepLog.Resume(directory, runId) resumes a run that was not ended.",
            ended.Message);
        var after = File.ReadAllBytes(directory.In("r.jsonl"));
        Assert.Equal(before, after[..before.Length]);
        Assert.Equal(4, LogLines.Read(after).Count);
    }

    [Theory]
    [InlineData("", "has 0 characters; give it 1 to 128")]
    [InlineData("Run", "contains 'R' (U+0052) at position 1; use only a-z, 0-9, '.', '_' and '-'")]
    [InlineData("a/../b", "contains '/' (U+002F) at position 2; use only a-z, 0-9, '.', '_' and '-'")]
    [InlineData("a\n", "contains '\n' (U+000A) at position 2; use only a-z, 0-9, '.', '_' and '-'")]
    [InlineData(".hidden", "begins with '.'; begin with a letter a-z or a digit")]
    [InlineData("con", "is a device name on Windows; choose another")]
    [InlineData("lpt9.x", "is a device name on Windows; choose another")]
    public void A_run_id_outside_the_grammar_is_a_clear_error(string id, string flaw)
    {
        Assert.StartsWith($"The run id \"{id}\" {flaw}.", Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { RunId = id })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { ParentRunId = id }));
    }

    [Fact]
    public void Ids_that_give_no_run_id_are_a_clear_error() => Assert.StartsWith(
        "The run id \"\" is null.", Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { Ids = new NoIds() })).Message, StringComparison.Ordinal);

    [Fact]
    public void Metadata_keys_that_are_one_once_well_formed_are_told_apart()
    {
        using var log = StepLog.InMemory(new() { Metadata = new Dictionary<string, string> { ["\uD800"] = "a", ["\uD801"] = "b" } });
        Assert.Equal(["\uFFFD", "\uFFFD#2"], LogLines.Names(LogLines.Read(log)[0].GetProperty("metadata")));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
    }

    [Fact]
    public void A_run_id_of_128_characters_is_taken_and_one_more_is_not()
    {
        using var log = StepLog.InMemory(new() { RunId = new('a', 128), ToolContent = CaptureMode.None });
        Calls.Say("x");
        log.Complete();
        LogLines.AssertSound(log.ToArray());
        Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { RunId = new('a', 129) }));
        using var other = StepLog.InMemory(new() { RunId = "console.com10" });
        Assert.Equal("console.com10", other.RunId);
    }

    [Fact]
    public async Task A_log_disposed_while_steps_run_says_which_and_leaves_the_calls_alone()
    {
        var clock = new FixedClock();
        var log = StepLog.InMemory(new() { TimeProvider = clock });
        var source = new TaskCompletionSource<string>();
        var first = Calls.Text(Calls.Echo, () => source.Task);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = Calls.Text(Calls.Ask, () => source.Task);
        Calls.Say("done in time");
        log.Dispose();
        var closed = log.ToArray();
        source.SetResult("late");

        Assert.Equal("late", await first);
        Assert.Equal("late", await second);
        Assert.Equal(closed, log.ToArray());
        Assert.Equal(["run_start", "tool_call", "event", "run_end"], LogLines.Read(closed).Select(LogLines.Type));
        var unfinished = LogLines.Single(log, "event");
        Assert.Equal("unfinished_steps", LogLines.Text(unfinished, "name"));
        var spans = unfinished.GetProperty("data").GetProperty("calls").EnumerateArray().Select(c => LogLines.Text(c, "span_id")).ToList();
        Assert.Equal($$"""{"count":2,"calls":[{"type":"tool_call","name":"Echo","span_id":"{{spans[0]}}"},{"type":"llm_call","name":"gpt-x","span_id":"{{spans[1]}}"}]}""", unfinished.GetProperty("data").GetRawText());
        Assert.DoesNotContain(LogLines.Text(LogLines.Single(log, "tool_call"), "span_id"), spans);
        Assert.Equal((2, 0), (log.Health.Late, log.Health.Lost));
        LogLines.AssertSound(closed);
    }

    [Fact]
    public void Calls_of_another_log_and_names_that_no_line_holds_do_not_keep_a_run_from_its_end()
    {
        using var other = StepLog.InMemory();
        var clock = new FixedClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        List<IDisposable> held = [other.ToolCall("of the other")]; // one that nothing holds may be collected, and is counted alone
        for (var i = 0; i < 150; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            held.Add(log.ToolCall(i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture) + new string('<', 1000)));
        }

        held.Add(log.LlmCall());
        log.Complete();
        GC.KeepAlive(held);

        var unfinished = Assert.Single(log.Steps.OfType<EventStep>()).Data.ToElement();
        Assert.Equal((151, 100), (unfinished.GetProperty("count").GetInt32(), unfinished.GetProperty("calls").GetArrayLength()));
        Assert.All(unfinished.GetProperty("calls").EnumerateArray(), (call, i) => Assert.Equal(i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture) + new string('<', 509), LogLines.Text(call, "name")));
        Assert.Equal((RunOutcome.Completed, 0L), (log.Steps.OfType<RunEndStep>().Single().Outcome, log.Health.Lost));
    }

    [Fact]
    public void A_string_of_50_MB_goes_to_a_blob_and_costs_little_more_than_itself()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { RunId = "r", ValueLimit = 64 * 1024 * 1024 });
        var text = string.Create(50_000_000, 0, static (span, _) =>
        {
            span.Fill('x');
            span[^1] = '\u202E';
        });
        var scope = AgentStepLog.CompilerServices.StepScope.Begin(Calls.Echo, Calls.Origin)!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        scope.Input(text, static (w, v) =>
        {
            w.Property("value");
            w.Value(v);
        });
        scope.EndVoid();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var reference = LogLines.Single(log, "tool_call").GetProperty("input").GetProperty("value");
        var blob = Assert.Single(Directory.GetFiles(directory.In("r.blobs")));
        Assert.Equal(50_000_007, new FileInfo(blob).Length);
        Assert.Equal(50_000_007, reference.GetProperty("bytes").GetInt64());
        Assert.Equal(text, JsonSerializer.Deserialize<string>(File.ReadAllBytes(blob)));
        Assert.Equal(0, log.Health.Lost);
        Assert.InRange(allocated, 50_000_000, 210_000_000); // a buffer doubles from where an earlier call left it
        log.Complete(text);
        LogLines.AssertSound(log.ToArray());
    }

    private sealed class NoIds : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => null!;

        public override ulong NewSpanId() => 1;

        public override void FillNonce(Span<byte> nonce) => nonce.Clear();
    }
}
