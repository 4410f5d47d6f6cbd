using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>Lines whose checksum and chain fit, and that break the format all the same.</summary>
public class LogFormTests
{
    private const string Beginning = "{\"v\":1,\"run_id\":\"run-1\",\"step\":1,\"type\":\"event\",\"ts\":1795251601.000001,\"mono_ms\":10.250";

    private static readonly string Failed = Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"span_id\":\"0000000000000001\",\"error\":\"x\",\"error_causes\":";
    private static readonly string s_hash = new('a', 64);

    public static TheoryData<string, string> BadLines() => new()
    {
        { Beginning + ",\"name\":\"a\",\"data\":{\"x\":1,\"x\":2}", "has the key \"x\" twice" },
        { Beginning + ",\"name\":\"a\",\"name\":\"b\"", "has the key \"name\" twice" },
        { Beginning + ",\"name\":\"a\",\"data\":{\"x\":1,\"\\u0078\":2}", "has the key \"x\" twice" },
        { Beginning + ", \"name\":\"a\"", "white space" },
        { Beginning + ",\"name\":\"a\tb\"", "holds U+0009 raw" },
        { Beginning + ",\"name\":\"a\u007fb\"", "holds U+007F raw" },
        { Beginning + ",\"name\":\"a\u0085b\"", "holds U+0085 raw" },
        { Beginning + ",\"name\":\"a\u2028b\"", "holds U+2028 raw" },
        { Beginning + ",\"name\":\"a\u202eb\"", "holds U+202E raw" },
        { Beginning + ",\"name\":\"a\u061cb\"", "holds U+061C raw" },
        { Beginning + ",\"name\":\"a\u2066b\"", "holds U+2066 raw" },
        { Beginning + ",\"name\":\"\\ud83c\"", "half a surrogate pair" },
        { Beginning.Replace("1,\"type", "2,\"type"), "states step 2 where step 1 belongs" },
        { Beginning.Replace("\"v\":1", "\"v\":2"), "states format version 2" },
        { Beginning.Replace("run-1", "run-2"), "is of run \"run-2\"" },
        { Beginning.Replace("10.250", "10.25"), "\"mono_ms\"" },
        { Beginning.Replace("10.250", "-1.000"), "\"mono_ms\"" },
        { Beginning.Replace("10.250", "0.249"), "steps back in \"mono_ms\"" },
        { Beginning.Replace("01.000001", "01.0"), "\"ts\"" },
        { Beginning.Replace("1795251601.000001", "1.795251e9"), "\"ts\"" },
        { Beginning.Replace("\"ts\"", "\"at\""), "has \"at\" where \"ts\" belongs" },
        { Beginning.Replace("event", "run_start"), "is a second header" },
        { Beginning.Replace("event", "tool_call") + ",\"span_id\":\"0000000000000001\",\"error\":null", "has no \"duration_ms\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"error\":null", "has no \"span_id\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"span_id\":\"000000000000000A\",\"error\":null", "has no \"span_id\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"span_id\":\"0000000000000001\"", "has no \"error\"" },
        { Beginning.Replace("event", "run_end") + ",\"outcome\":\"fine\"", "\"outcome\"" },
        { Beginning.Replace("event", "run_end") + ",\"outcome\":\"failed\",\"error\":\"x\",\"error_causes\":\"y\"", "\"error_causes\"" },
        { Failed + "\"y\"", "\"error_causes\"" },
        { Failed + "null", "\"error_causes\"" },
        { Failed + "[\"y\"]", "\"error_causes\"" },
        { Failed + "[{\"depth\":1,\"type\":\"T\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":1,\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"type\":\"T\",\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":0,\"type\":\"T\",\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":\"1\",\"type\":\"T\",\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":1.5,\"type\":\"T\",\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":99999999999,\"type\":\"T\",\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":1,\"type\":{},\"message\":\"m\"}]", "\"error_causes\"" },
        { Failed + "[{\"depth\":1,\"type\":\"T\",\"message\":null}]", "\"error_causes\"" },
        { Beginning + ",\"redacted\":[],\"name\":\"a\"", "has \"redacted\" elsewhere" },
        { Beginning + ",\"name\":\"a\",\"redacted\":[{\"at\":\"input\",\"kind\":\"k\"}]", "no JSON pointer" },
        { Beginning + ",\"name\":\"a\",\"redacted\":[{\"at\":\"/input\"}]", "\"redacted\"" },
        { Beginning + ",\"name\":\"a\",\"data\":{\"$blob\":\"sha256:../../etc/passwd\"}", "has a \"$blob\"" },
        { Beginning + ",\"name\":\"a\",\"data\":[", "is no valid JSON" },
        { Beginning.Replace("\"run-1\"", "7"), "has a \"run_id\" of another shape" },
        { Beginning.Replace("10.250", "-0.000"), "\"mono_ms\"" },
        { Beginning.Replace("10.250", "300000000000000.001"), "\"mono_ms\"" },
        { Beginning.Replace("1795251601.000001", "-0.000000"), "\"ts\"" },
        { Beginning.Replace("1795251601.000001", "253402300800.000000"), "\"ts\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":-1.000,\"span_id\":\"0000000000000001\",\"error\":null", "has no \"duration_ms\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"span_id\":\"0000000000000001\",\"error\":{}", "has no \"error\"" },
        { Beginning.Replace("event", "tool_call") + ",\"duration_ms\":1.000,\"span_id\":\"0000000000000001\",\"notes\":null,\"error\":null", "has a \"notes\" that is null" },
        { Beginning + ",\"name\":null", "has a \"name\" that is null" },
        { Beginning + ",\"name\":\"a\",\"resumed\":null", "has a \"resumed\" that is null" },
        { Beginning.Replace("event", "run_start") + ",\"segment\":\"2\"", "\"segment\"" },
        { Beginning + ",\"name\":\"a\",\"redacted\":[]", "has an empty" },
        { Beginning + ",\"name\":\"a\",\"redacted\":{}", "neither a list nor a reference" },
        { Beginning + ",\"name\":\"a\",\"redacted\":null", "\"redacted\"" },
        { Beginning + $",\"name\":\"a\",\"data\":{{\"$blob\":\"sha256:{s_hash}\",\"bytes\":\"\"}}", "is not followed by \"bytes\"" },
        { Beginning + $",\"name\":\"a\",\"data\":{{\"$blob\":\"sha256:{s_hash}\",\"bytes\":9.0}}", "is not followed by \"bytes\"" },
        { Beginning + $",\"name\":\"a\",\"data\":{{\"\\u0024blob\":\"\\u0073ha256:{s_hash}\",\"bytes\":-1}}", "is not followed by \"bytes\"" },
        { Beginning + $",\"name\":\"a\",\"data\":{{\"$blob\":\"sha256:{s_hash}\"}}", "is not followed by \"bytes\"" },
        { Beginning + $",\"name\":\"a\",\"data\":{{\"$thread\":\"sha256:{s_hash}\",\"messages\":1e0}}", "is not followed by \"messages\"" },
        { Beginning + ",\"name\":\"a\",\"data\":{\"$hash\":\"sha256:0\",\"bytes\":1}", "has a \"$hash\"" },
        { Beginning + ",\"name\":\"a\",\"data\":{\"x\":1,\"$y\":2}", "where it is not the first" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_line_that_breaks_the_format_is_tampered(string line, string says)
    {
        var log = new HandWrittenLog().Header();
        log.Raw($"{line},\"prev\":\"{log.Prev}\"").Raw("{}");

        var found = Verify(log.ToArray());

        Assert.Equal((Verdict.Tampered, (long?)1, false), (found.Verdict, found.BadStep, found.IsIntact));
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("resumed")]
    [InlineData("manifest")]
    public void A_header_with_a_field_that_is_null_is_tampered(string field)
    {
        var found = Verify(new HandWrittenLog().Header($"\"{field}\":null").End().ToArray());

        Assert.Equal((Verdict.Tampered, (long?)0), (found.Verdict, found.BadStep));
        Assert.Contains($"has a \"{field}\" that is null", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"depth\":1,\"type\":\"T\",\"message\":\"m\"},{\"message\":\"\",\"later\":[{}],\"type\":\"\",\"depth\":7}]")]
    [InlineData("[{\"dep\\u0074h\":1,\"type\":\"T\",\"message\":\"\\u006d\"}]")]
    public void Causes_of_a_failure_may_have_further_members_in_any_order(string causes)
    {
        var log = new HandWrittenLog().Header();
        log.Raw($"{Failed}{causes},\"prev\":\"{log.Prev}\"").End();

        Assert.Equal(Verdict.SelfConsistent, Verify(log.ToArray()).Verdict);
    }

    [Fact]
    public void An_answer_that_was_never_set_is_not_a_good_one()
    {
        Assert.False(Enum.IsDefined(default(Verdict)));
        Assert.False(Enum.IsDefined(default(WithheldConfirmation)));
    }

    [Fact]
    public void The_line_that_those_are_made_of_is_good()
    {
        var log = new HandWrittenLog().Header();
        log.Raw($"{Beginning},\"name\":\"a\",\"data\":{{\"x\":1,\"y\":{{\"x\":2}}}},\"redacted\":[{{\"at\":\"/data/x\",\"kind\":\"k\"}}],\"prev\":\"{log.Prev}\"").End();

        Assert.Equal(Verdict.SelfConsistent, Verify(log.ToArray()).Verdict);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_tampered()
    {
        var log = new HandWrittenLog().Header();
        var line = Encoding.Latin1.GetBytes("{\"v\":1,\"name\":\"\u00e9\",\"crc\":\"00000000\"}");

        var found = Verify(log.Bytes(line).End().ToArray());

        Assert.Equal((Verdict.Tampered, (long?)1), (found.Verdict, found.BadStep));
        Assert.Contains("UTF-8", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_65535_bytes_is_good_and_one_more_is_too_long()
    {
        var room = 65_535 - new HandWrittenLog().Header().Event("", "\"\"").Lines[1].Length;

        var longest = new HandWrittenLog().Header().Event("", $"\"{new string('x', room)}\"").End();
        var longer = new HandWrittenLog().Header().Event("", $"\"{new string('x', room + 1)}\"").End();

        Assert.Equal(65_535, longest.Lines[1].Length);
        Assert.Equal(Verdict.SelfConsistent, Verify(longest.ToArray()).Verdict);
        var found = Verify(longer.ToArray());
        Assert.Equal((Verdict.Tampered, (long?)1), (found.Verdict, found.BadStep));
        Assert.Contains("65536 bytes", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_megabytes_is_measured_and_never_held()
    {
        var huge = new HandWrittenLog().Header().Event("", $"\"{new string('x', 3_000_000)}\"").End();

        var found = Verify(huge.ToArray());

        Assert.Contains($"has {huge.Lines[1].Length} bytes", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stands_after_the_end_but_checkpoints_and_recoveries()
    {
        var allowed = new HandWrittenLog().Header().End().Line("checkpoint", "\"size\":2").Line("recovery", "\"offset\":1");
        var steps = new HandWrittenLog().Header().End().Event("late");

        Assert.Equal(Verdict.SelfConsistent, Verify(allowed.ToArray()).Verdict);
        Assert.Contains("stands after \"run_end\"", Verify(steps.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_and_fields_of_later_additions_are_accepted()
    {
        var log = new HandWrittenLog().Header("\"agent\":\"a\",\"novel\":{\"x\":[1]}").Line("brand_new", "\"payload\":[1,2]").End();

        Assert.Equal(Verdict.SelfConsistent, Verify(log.ToArray()).Verdict);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("cancelled")] // as earlier writers spelled it
    public void A_canceled_run_is_read_and_verified_in_either_spelling(string outcome)
    {
        var log = new HandWrittenLog().Header().End($"\"outcome\":\"{outcome}\"").ToArray();

        var found = Verify(log);

        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Canceled), (found.Verdict, found.Outcome));
        Assert.Contains("the run ended (canceled)", found.Message, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Canceled, StepLogFile.Parse(log).Outcome);
    }

    [Fact]
    public void An_intent_without_an_outcome_is_named()
    {
        var log = new HandWrittenLog().Header().Intent(1, "search").Intent(2, "book").Agent(1, "search").End();

        var found = Verify(log.ToArray());

        Assert.Equal([HandWrittenLog.Span(2)], found.OpenIntents);
        Assert.Contains("it is unknown whether it took effect", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_that_are_a_users_or_that_this_version_does_not_know_are_no_flaw()
    {
        var log = new HandWrittenLog().Header("\"novel\":null").Tool(1, "T", "\"input\":null,\"output\":null").Event("e", "null").Line("brand_new", "\"name\":null")
            .Line("plan", "\"facts\":null,\"plan\":null").Line("event", "\"name\":\"a\",\"data\":{\"$later\":null}").End("\"outcome\":\"completed\",\"answer\":null");

        Assert.Equal(Verdict.SelfConsistent, Verify(log.ToArray()).Verdict);
    }

    [Fact]
    public void An_escaped_id_of_a_call_is_the_same_id()
    {
        static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
        var log = new HandWrittenLog().Header().Intent(1, "search").Line("agent_call",
            $"\"duration_ms\":5.000,\"span_id\":\"{Escaped(HandWrittenLog.Span(1))}\",\"parent_id\":\"{Escaped(HandWrittenLog.Span(0xabc))}\",\"route\":\"direct\",\"agent\":\"search\",\"error\":null");

        var found = Verify(log.End().ToArray());

        Assert.Equal(Verdict.SelfConsistent, found.Verdict);
        Assert.Empty(found.OpenIntents);
    }

    [Fact]
    public void What_a_writer_escaped_is_read_as_it_is_meant()
    {
        static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
        var log = new HandWrittenLog().Header().Intent(1, "search")
            .Line(Escaped("agent_call"), $"\"duration_ms\":5.000,\"span_id\":\"{HandWrittenLog.Span(1)}\",\"route\":\"direct\",\"agent\":\"search\",\"error\":null");
        var before = $"{{\"v\":1,\"run_id\":\"{Escaped("run-1")}\",\"step\":3,\"type\":\"{Escaped("run_end")}\",\"ts\":1795251603.000001,\"mono_ms\":30.250,\"outcome\":\"completed\",\"prev\":\"{Escaped(log.Prev)}\"";

        var found = Verify(log.Raw(before).ToArray());

        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed, "run-1"), (found.Verdict, found.Outcome, found.RunId));
        Assert.Empty(found.OpenIntents);
        Assert.Contains("stands after", Verify(log.Event("late").ToArray()).Message, StringComparison.Ordinal);
    }

    private static Verification Verify(byte[] log)
    {
        using var stream = new MemoryStream(log);
        return StepLogVerifier.Verify(stream);
    }
}
