using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

public class StepLogFileTests
{
    [Fact]
    public void A_log_comes_back_line_by_line()
    {
        var log = HandWrittenLog.Trip();

        var file = StepLogFile.Parse(log.ToArray());

        Assert.Equal(log.Lines.Count, file.Steps.Count);
        Assert.Equal(Enumerable.Range(0, log.Lines.Count).Select(i => (long)i), file.Steps.Select(s => s.Number));
        Assert.All(file.Steps, s => Assert.Equal("trip-1", s.RunId));
        Assert.Null(file.Damage);
        Assert.Equal(RunOutcome.Completed, file.Outcome);
        Assert.Same(file.Steps[0], file.Header);
    }

    [Fact]
    public void The_header_says_what_ran()
    {
        var header = StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Header;

        Assert.Equal(("surf", "2.0", "Where to surf? 🏄 «now»", "h", 7L, 1L), (header.Agent, header.AgentVersion, header.Task, header.Host, header.ProcessId, header.Segment));
        Assert.Equal(("v", "y", 2), (header.Metadata["k"], header.Metadata["$x"], header.Metadata.Count));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(1), header.Timestamp);
        Assert.Null(header.Environment);
        Assert.Equal(44, header.Prev.Length);
    }

    [Fact]
    public void Calls_come_back_with_all_that_was_recorded()
    {
        var steps = StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Steps;

        var llm = Assert.IsType<LlmCallStep>(steps[2]);
        Assert.Equal(("m-1", "p", 10L, 1L, 1L, 2L, "stop"), (llm.Model, llm.Provider, llm.InputTokens, llm.OutputTokens, llm.CachedTokens, llm.ReasoningTokens, llm.StopReason));
        var tool = Assert.IsType<ToolCallStep>(steps[3]);
        Assert.Equal(("Weather", "Surf.Tools.Weather", StepRoute.Direct, HandWrittenLog.Span(201), HandWrittenLog.Span(101)), (tool.Tool, tool.Method, tool.Route, tool.SpanId, tool.ParentId));
        Assert.Equal("{\"location\":\"Taghazout 1\",\"at\":\"2026-11-21T09:00:00Z\"}", tool.InputJson.ToString());
        Assert.Equal("\"1 °C\"", tool.OutputJson.ToString());
        Assert.Equal(["cached"], tool.Notes);
        Assert.Equal((TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(30.25), true), (tool.Duration, tool.Elapsed, tool.Succeeded));
        var failed = steps.OfType<ToolCallStep>().Single(t => t.ErrorType is not null);
        Assert.Equal(("no such place", "System.ArgumentException", false), (failed.Error, failed.ErrorType, failed.Succeeded));
        Assert.Equal(["at Surf.Tools.Weather()"], failed.ErrorFrames);
        var book = steps.OfType<ToolCallStep>().Single(t => t.Canceled);
        Assert.Equal(("c1", StepRoute.Table), (book.CallId, book.Route));
        Assert.Equal([new WithheldValue("/input/card", "card")], book.Withheld);
    }

    [Fact]
    public void Types_and_shapes_that_are_unknown_come_back_as_whole_lines()
    {
        var log = new HandWrittenLog().Header().Line("plan", "\"input_tokens\":\"many\"").Line("tool_call", "\"duration_ms\":1.000,\"span_id\":\"0000000000000001\",\"route\":\"teleport\",\"tool\":\"T\",\"error\":null").Line("event", "\"name\":7").End();

        var file = StepLogFile.Parse(log.ToArray());

        Assert.Null(file.Damage);
        Assert.All([1, 2, 3], i => Assert.Equal(log.Lines[i], Assert.IsType<OtherStep>(file.Steps[i]).Line.Utf8.ToArray()));
        Assert.Equal(["plan", "tool_call", "event"], file.Steps.OfType<OtherStep>().Select(s => s.Type));
        Assert.Equal(3, file.Summary.Steps);
    }

    [Fact]
    public void Fields_that_are_unknown_or_escaped_do_no_harm()
    {
        var log = new HandWrittenLog().Header().Line("event", "\"novel\":{\"a\":[1,{}]},\"n\\u0061me\":\"x\\u002By\",\"data\":null").End();

        var step = Assert.IsType<EventStep>(StepLogFile.Parse(log.ToArray()).Steps[1]);

        Assert.Equal(("x+y", "null"), (step.Name, step.Data.ToString()));
    }

    [Fact]
    public void A_torn_last_line_is_reported_and_all_before_it_is_read()
    {
        var log = HandWrittenLog.Trip();
        var whole = log.ToArray();
        var lastLine = whole.Length - log.Lines[^1].Length - 1;
        for (var kept = lastLine + 1; kept < whole.Length; kept++)
        {
            var file = StepLogFile.Parse(whole.AsMemory(0, kept));

            Assert.Equal((log.Lines.Count - 1, null), (file.Steps.Count, file.Outcome));
            Assert.Equal((log.Lines.Count - 1L, (long)lastLine, 1L, true), (file.Damage!.Line, file.Damage.Offset, file.Damage.Lines, file.Damage.IsTornTail));
        }
    }

    [Fact]
    public void A_garbled_line_in_the_middle_is_reported_and_the_others_are_read()
    {
        var log = HandWrittenLog.Trip();
        log.Lines[5][20] ^= 1;
        log.Lines[9][0] ^= 1;

        var file = StepLogFile.Parse(log.ToArray());

        Assert.Equal(log.Lines.Count - 2, file.Steps.Count);
        Assert.Equal((5L, 2L, false), (file.Damage!.Line, file.Damage.Lines, file.Damage.IsTornTail));
        Assert.Equal(log.Lines.Take(5).Sum(l => l.Length + 1), file.Damage.Offset);
        Assert.Contains("Damaged: line 6 of the file (step 5) does not have the checksum that it states", file.Damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_abandoned_run_has_no_outcome_and_names_its_open_intents()
    {
        var file = StepLogFile.Parse(new HandWrittenLog().Header().Intent(1, "search").Intent(2, "book", parent: 1).Agent(1, "search").ToArray());

        Assert.Null(file.Outcome);
        var open = Assert.Single(file.OpenIntents);
        Assert.Equal((HandWrittenLog.Span(2), HandWrittenLog.Span(1), "book", null, "{\"q\":1}"), (open.SpanId, open.ParentId, open.Agent, open.Tool, open.InputJson.ToString()));
    }

    [Fact]
    public void An_outcome_of_an_unknown_shape_still_closes_its_intent()
    {
        var log = new HandWrittenLog().Header().Intent(1, "search").Line("agent_call", $"\"duration_ms\":1.000,\"span_id\":\"{HandWrittenLog.Span(1)}\",\"agent\":7,\"error\":null");

        Assert.Empty(StepLogFile.Parse(log.ToArray()).OpenIntents);
    }

    [Fact]
    public void The_end_bears_answer_and_totals()
    {
        var totals = "\"steps\":3,\"tool_calls\":2,\"llm_calls\":1,\"agent_calls\":0,\"events\":0,\"errors\":1,\"input_tokens\":5,\"output_tokens\":6,\"cached_tokens\":7,\"reasoning_tokens\":8,\"duration_ms\":12.345,\"tools\":[{\"name\":\"T\",\"calls\":2,\"errors\":1,\"total_ms\":3.001,\"p50_ms\":1.000,\"p95_ms\":2.001}],\"models\":[]";

        var file = StepLogFile.Parse(new HandWrittenLog().Header().End($"\"outcome\":\"failed\",\"answer\":{{\"$$a\":1}},\"error\":\"no surf\",\"error_type\":\"E\",{totals}").ToArray());

        var end = Assert.IsType<RunEndStep>(file.Steps[^1]);
        Assert.Equal((RunOutcome.Failed, "no surf", "E", "{\"$a\":1}"), (end.Outcome, end.Error, end.ErrorType, end.Answer.ToString()));
        Assert.Equal((3, 2, 1, 1, 5, 6, 7, 8), (end.Totals.Steps, end.Totals.ToolCalls, end.Totals.LlmCalls, end.Totals.Errors, end.Totals.InputTokens, end.Totals.OutputTokens, end.Totals.CachedTokens, end.Totals.ReasoningTokens));
        Assert.Equal(TimeSpan.FromMicroseconds(12_345), end.Totals.Duration);
        Assert.Equal(new CallStatistics { Name = "T", Calls = 2, Errors = 1, Total = TimeSpan.FromMicroseconds(3001), P50 = TimeSpan.FromMilliseconds(1), P95 = TimeSpan.FromMicroseconds(2001) }, Assert.Single(end.Totals.Tools));
    }

    [Fact]
    public void Steps_of_equal_lines_are_equal_and_others_are_not()
    {
        var one = StepLogFile.Parse(HandWrittenLog.Trip().ToArray());
        var other = StepLogFile.Parse(HandWrittenLog.Trip().ToArray());

        Assert.Equal(one.Steps, other.Steps);
        Assert.Equal(one.Steps.Select(s => s.GetHashCode()), other.Steps.Select(s => s.GetHashCode()));
        var call = one.Steps.OfType<ToolCallStep>().First();
        Assert.NotEqual(call, call with { Notes = [] });
        Assert.NotEqual(call, call with { InputJson = JsonText.Object() });
        Assert.Equal(call, call with { Notes = [.. call.Notes], InputJson = call.InputJson });
    }

    [Fact]
    public void What_a_step_prints_is_short()
    {
        var step = StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Steps[3];

        Assert.Equal("ToolCallStep { Number = 3, Tool = Weather, Duration = 00:00:00.0010000 }", step.ToString());
    }

    [Fact]
    public void A_file_is_read_while_its_log_is_still_open()
    {
        using var folder = new TempDirectory();
        using var log = StepLog.Start(folder.Path, new StepLogOptions { RunId = "live-1", Agent = "surf" });
        log.Record(new EventStep { Name = "one" });

        var file = StepLogFile.Read(log.Path!);

        Assert.Equal((2, null, null), (file.Steps.Count, file.Outcome, file.Damage));
        log.Complete();
        Assert.Equal(RunOutcome.Completed, StepLogFile.Read(log.Path!).Outcome);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void The_live_window_and_the_file_give_the_same_steps()
    {
        using var log = StepLog.InMemory();
        using (var call = log.ToolCall("T", JsonText.Object(("$key", JsonText.Of("v")), ("emoji", JsonText.Of("🏄")), ("rtl", JsonText.Of("\u202e")))))
        {
            call.Complete(JsonText.Array(JsonText.Of("x"), JsonText.Null));
        }

        log.Complete("done");

        var file = StepLogFile.Parse(log.ToArray());
        Assert.Equal(file.Steps, log.Steps);
        var step = Assert.IsType<ToolCallStep>(file.Steps[1]);
        Assert.Equal(JsonText.Object(("$key", JsonText.Of("v")), ("emoji", JsonText.Of("🏄")), ("rtl", JsonText.Of("\u202e"))), step.InputJson);
    }
}
