using System.Text;
using AgentStepLog.Hashing;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

/// <summary>What whoever reads a log may be given: each of the four readers says what it is, where, and what to do, and changes nothing.</summary>
public sealed class BadInputTests
{
    private const string NotListed = "(no run)";

    private static readonly HandWrittenLog s_good = new HandWrittenLog("r").Header().Event("one").Event("two");

    [Fact]
    public void A_log_of_a_later_version_says_which_and_is_dropped_by_no_policy()
    {
        var log = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s_good.ToArray()).Replace("{\"v\":1,", "{\"v\":2,", StringComparison.Ordinal));
        using var said = new Sayings(log);
        said.All("format version 2, and this is version 1: use a newer version of AgentStepLog");
        Assert.Equal((Verdict.Tampered, (long?)0), (said.Verified.Verdict, said.Verified.BadStep));
        Assert.Contains("version 2", Sayings.Sweep(said.Folder, dropsAll: true), StringComparison.Ordinal);
        Assert.True(File.Exists(said.Path));
    }

    [Fact]
    public void A_line_of_a_later_version_among_others_is_named()
    {
        var log = new HandWrittenLog("r").Header();
        using var said = new Sayings(log.Raw(Line(log, "\"name\":\"late\",\"data\":1", v: 2)).ToArray());
        said.All("line 2 of the file (step 1)");
        said.All("of format version 2, and this is", "states format version 2, and this is");
        Assert.Equal((Verdict.Tampered, (long?)1), (said.Verified.Verdict, said.Verified.BadStep));
    }

    [Fact]
    public void Lines_of_another_tool_are_told_from_a_log_by_how_they_begin()
    {
        using var said = new Sayings("{\"Timestamp\":\"2026-11-21T10:00:00Z\",\"Level\":\"Information\"}\n{\"Level\":\"Error\"}\n"u8.ToArray());
        said.All("another tool wrote it: it begins with \"{\"Timestamp\":\"2026-11-21T10", retained: NotListed);
        Assert.Equal((Verdict.Tampered, (long?)0), (said.Verified.Verdict, said.Verified.BadStep));
    }

    [Theory]
    [InlineData("\"run_start\"", "\"\\udc00xrun_start\"")]
    [InlineData("\"agent\":", "\"\\ud800pe\":")]
    public void Half_a_surrogate_pair_in_a_header_is_found_by_everybody(string part, string instead)
    {
        var line = Encoding.UTF8.GetString(s_good.Lines[0])[..^18].Replace(part, instead, StringComparison.Ordinal);
        var log = new HandWrittenLog("r").Raw(line).Event("one").ToArray();
        var found = StepLogVerifier.Verify(new MemoryStream(log));
        Assert.Equal((Verdict.Tampered, 0L), (found.Verdict, found.BadStep));
        Assert.Contains("half a surrogate pair", found.Message, StringComparison.Ordinal);
        using var said = new Sayings(log);
        Assert.Equal(Verdict.Tampered, said.Verified.Verdict);
    }

    [Fact]
    public void A_file_of_zero_bytes_is_empty_and_torn()
    {
        using var said = new Sayings([]);
        said.All("empty", retained: NotListed);
        Assert.Equal((Verdict.Torn, (long?)0), (said.Verified.Verdict, said.Verified.BadStep));
    }

    [Fact]
    public void A_header_alone_is_a_run_that_was_abandoned_and_goes_on()
    {
        using var said = new Sayings(new HandWrittenLog("r").Header().ToArray());
        Assert.Equal((Verdict.SelfConsistent, null, 1L), (said.Verified.Verdict, said.Verified.Outcome, said.Verified.Lines));
        Assert.Equal("1 steps", said.Read);
        Assert.Contains("may be resumed", said.Retained, StringComparison.Ordinal);
        Assert.Equal("goes on", said.Resumed);
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed), (StepLogVerifier.Verify(said.Path).Verdict, StepLogVerifier.Verify(said.Path).Outcome));
    }

    [Fact]
    public void Line_ends_of_Windows_are_named_with_who_makes_them()
    {
        using var said = new Sayings(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s_good.ToArray()).Replace("\n", "\r\n", StringComparison.Ordinal)));
        said.All("an editor, a converter or git's autocrlf has rewritten it");
    }

    [Fact]
    public void A_byte_order_mark_is_named_with_who_makes_it()
    {
        using var said = new Sayings([0xEF, 0xBB, 0xBF, .. s_good.ToArray()]);
        said.All("begins with a byte order mark, so an editor or a converter has rewritten it", retained: NotListed);
    }

    [Theory]
    [InlineData("\"name\":\"e\",\"data\":1,\"name\":\"f\"", "name")]
    [InlineData("\"name\":\"e\",\"data\":[{\"deep\":{\"k\":1,\"k\":2}}]", "k")]
    [InlineData("\"name\":\"e\",\"data\":{\"k\":1,\"\\u006b\":2}", "k")]
    public void A_key_that_stands_twice_in_one_object_is_named_whatever_its_values_are(string fields, string key)
    {
        var log = new HandWrittenLog("r").Header();
        using var said = new Sayings(log.Raw(Line(log, fields)).End().ToArray());
        said.All($"line 2 of the file (step 1) has the key \"{key}\" twice in one object");
    }

    [Fact]
    public void A_header_with_a_key_twice_is_refused()
    {
        using var said = new Sayings(new HandWrittenLog("r").Header("\"agent\":\"a\",\"agent\":\"b\"").Event("e").ToArray());
        said.All("has the key \"agent\" twice in one object");
        Assert.Equal((Verdict.Tampered, (long?)0), (said.Verified.Verdict, said.Verified.BadStep));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named_in_a_header_and_in_a_line()
    {
        using var header = new Sayings([.. "{\"v\":1,\"run_id\":\"r\",\"agent\":\""u8, 0xC3, 0x28, .. "\"}\n"u8]);
        header.All("is no valid UTF-8");

        var log = new HandWrittenLog("r").Header();
        byte[] covered = [.. Encoding.UTF8.GetBytes(Line(log, "\"name\":\"x")[..^(log.Prev.Length + 10)]), 0xF8, .. Encoding.UTF8.GetBytes($"\",\"data\":1,\"prev\":\"{log.Prev}\"")];
        using var line = new Sayings(log.Bytes([.. covered, .. Encoding.ASCII.GetBytes($",\"crc\":\"{Crc32C.Compute(covered):x8}\"}}")]).End().ToArray());
        line.All("line 2 of the file (step 1) is no valid UTF-8");
    }

    [Fact]
    public void A_clock_that_went_back_is_no_flaw_and_one_that_never_does_is()
    {
        var log = new HandWrittenLog("r").Header();
        log.Raw(Line(log, "\"name\":\"e\",\"data\":1", ts: "1095251600.000001"));
        using var wall = new Sayings(log.ToArray());
        Assert.Equal(Verdict.SelfConsistent, wall.Verified.Verdict);
        Assert.Equal("2 steps", wall.Read);
        Assert.Contains("may be resumed", wall.Retained, StringComparison.Ordinal);
        Assert.Equal("goes on", wall.Resumed);
        Assert.True(StepLogFile.Read(wall.Path).Summary.Duration >= TimeSpan.Zero);

        log = new HandWrittenLog("r").Header().Event("e");
        using var monotonic = new Sayings(log.Raw(Line(log, "\"name\":\"e\",\"data\":1", mono: "0.001")).ToArray());
        Assert.Equal((Verdict.Tampered, (long?)2), (monotonic.Verified.Verdict, monotonic.Verified.BadStep));
        Assert.Contains("steps back in \"mono_ms\"", monotonic.Verified.Message, StringComparison.Ordinal);
        Assert.Contains("line 3 of the file (step 2) steps back in \"mono_ms\"", monotonic.Resumed, StringComparison.Ordinal);
        Assert.Equal("3 steps", monotonic.Read); // reading believes what stands there
    }

    // All up to the checksum, as the format has it.
    private static string Line(HandWrittenLog log, string fields, int v = 1, string ts = "1795251700.000001", string mono = "90.250") =>
        $"{{\"v\":{v},\"run_id\":\"r\",\"step\":{log.Lines.Count},\"type\":\"event\",\"ts\":{ts},\"mono_ms\":{mono},{fields},\"prev\":\"{log.Prev}\"";

    /// <summary>What the four say of a file.</summary>
    private sealed class Sayings : IDisposable
    {
        private readonly TempDirectory _directory = new();

        public Sayings(byte[] content)
        {
            Path = _directory.Write("r.jsonl", content);
            Verified = StepLogVerifier.Verify(Path);
            Read = Saying(() => StepLogFile.Read(Path) is var file ? file.Damage?.Message ?? $"{file.Steps.Count} steps" : "");
            Retained = Sweep(Folder, dropsAll: false);
            Assert.Equal(content, File.ReadAllBytes(Path));
            Resumed = Saying(() =>
            {
                using var log = StepLog.Resume(Path);
                log.Complete();
                return "goes on";
            });
            Assert.True(Resumed == "goes on" || content.AsSpan().SequenceEqual(File.ReadAllBytes(Path)));
        }

        public string Path { get; }

        public string Folder => _directory.Path;

        public Verification Verified { get; }

        public string Read { get; }

        public string Resumed { get; }

        public string Retained { get; }

        public static string Sweep(string folder, bool dropsAll)
        {
            var report = StepLogRetention.Apply(folder, new() { MaxBytes = 0, DropAbandoned = dropsAll, DropDamaged = dropsAll });
            Assert.Empty(report.Dropped);
            return report.Kept is [var kept] ? kept.Reason : NotListed;
        }

        public void All(string says, string? or = null, string? retained = null)
        {
            foreach (var message in (string[])[Verified.Message, Read, Resumed, retained is null ? Retained : says])
            {
                Assert.True(message.Contains(says, StringComparison.Ordinal) || (or is not null && message.Contains(or, StringComparison.Ordinal)), message);
            }

            Assert.Equal(retained ?? Retained, Retained);
            Assert.All((string[])[Read, Resumed], message => Assert.True(message.Contains(Path, StringComparison.Ordinal) || message.Contains("line ", StringComparison.Ordinal), message));
        }

        public void Dispose() => _directory.Dispose();

        private static string Saying(Func<string> ask)
        {
            try
            {
                return ask();
            }
            catch (StepLogException e)
            {
                return e.Message;
            }
        }
    }
}
