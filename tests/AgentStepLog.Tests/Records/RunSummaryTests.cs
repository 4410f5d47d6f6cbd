using AgentStepLog.Records;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Records;

public class RunSummaryTests
{
    [Theory]
    [InlineData(1_000, 'a')]
    [InlineData(1_024, '\u00e9')]
    [InlineData(1_024, '\u0001')]
    [InlineData(1_025, 'a')]
    [InlineData(20_000, 'a')]
    public void A_name_of_any_length_counts_in_the_file_as_it_counts_live_whatever_the_limit_of_values(int length, char c)
    {
        using var log = StepLog.InMemory(new() { ValueLimit = 1024 });
        log.ToolCall(new string(c, length)).Complete();
        log.LlmCall(new string(c, length)).Complete();
        log.Complete();

        var read = StepLogFile.Parse(log.ToArray()).Summary;
        Assert.Equal(log.Summarize().Tools, read.Tools);
        Assert.Equal(log.Summarize().Models, read.Models);
        Assert.Equal(length > 1_024 ? "(other)" : new string(c, length), Assert.Single(read.Tools).Name);
    }

    [Fact]
    public void A_summary_counts_what_the_format_calls_steps()
    {
        var summary = StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Summary;

        Assert.Equal((32, 12, 10, 1, 8), (summary.Steps, summary.ToolCalls, summary.LlmCalls, summary.AgentCalls, summary.Events));
        Assert.Equal(2, summary.Errors);
        Assert.Equal((550, 55, 10, 20), (summary.InputTokens, summary.OutputTokens, summary.CachedTokens, summary.ReasoningTokens));
        Assert.Equal([("(unknown)", 1), ("System.ArgumentException", 1)], summary.ErrorTypes.Select(t => (t.Type, t.Errors)));
        Assert.Equal(TimeSpan.FromMilliseconds(350.25), summary.Duration);
        Assert.Equal(["Book", "Find", "Tide", "Weather"], summary.Tools.Select(t => t.Name));
        Assert.Equal(["m-0", "m-1"], summary.Models.Select(m => m.Name));
        var weather = summary.Tools[3];
        Assert.Equal((7, 1), (weather.Calls, weather.Errors));
        Assert.Equal(TimeSpan.FromMilliseconds(1 + 2 + 4 + 5 + 7 + 8 + 10), weather.Total);
        Assert.InRange(weather.P50.TotalMilliseconds, 4.95, 5.05);
        Assert.InRange(weather.P95.TotalMilliseconds, 9.9, 10.1);
    }

    [Fact]
    public void A_live_summary_equals_the_one_from_the_file()
    {
        using var log = StepLog.InMemory();
        for (var i = 0; i < 50; i++)
        {
            using var llm = log.LlmCall("m" + i % 3, "p");
            using (var tool = log.ToolCall("tool" + i % 4))
            {
                if (i % 5 == 0)
                {
                    tool.Fail(new InvalidOperationException("no"));
                }
                else
                {
                    tool.Complete();
                }
            }

            llm.Complete(usage: new LlmUsage { InputTokens = i, OutputTokens = 2 * i, CachedTokens = 1, ReasoningTokens = 3 });
        }

        log.Record(new EventStep { Name = "e" });
        log.Complete();

        var file = StepLogFile.Parse(log.ToArray());
        Assert.Equal(log.Summarize(), file.Summary);
        Assert.Equal(file.Summary, Assert.IsType<RunEndStep>(file.Steps[^1]).Totals);
        Assert.Equal((101, 10), (file.Summary.Steps, file.Summary.Errors));
        Assert.Equal([("System.InvalidOperationException", 10)], file.Summary.ErrorTypes.Select(t => (t.Type, t.Errors)));
    }

    [Fact]
    public void Errors_are_counted_by_type_for_calls_of_every_kind_and_no_longer_than_by_so_many_types()
    {
        using var log = StepLog.InMemory();
        log.LlmCall("m").Use(call => call.Fail(new IOException("a")));
        log.AgentCall("a").Use(call => call.Fail(new IOException("b")));
        log.ToolCall("t").Use(call => call.Fail(new TimeoutException("c")));
        log.ToolCall("left").Dispose();
        log.Fail(new FormatException("the run's own is no call's"));

        (string, long)[] expected = [("(unknown)", 1), ("System.IO.IOException", 2), ("System.TimeoutException", 1)];
        Assert.Equal(expected, log.Summarize().ErrorTypes.Select(t => (t.Type, t.Errors)));
        var file = StepLogFile.Parse(log.ToArray());
        Assert.Equal(log.Summarize(), file.Summary);
        Assert.Equal(file.Summary, Assert.IsType<RunEndStep>(file.Steps[^1]).Totals);
        Assert.Equal("errors    4  (System.IO.IOException 2, (unknown) 1, System.TimeoutException 1)", log.Summarize().ToString().Split('\n')[1]);
    }

    [Fact]
    public void Types_of_errors_without_end_cost_bounded_memory_and_print_in_a_line()
    {
        var builder = new SummaryBuilder(name => name == "Secret.Type" ? "[redacted:type]" : name);
        builder.AgentCall(failed: true, "Secret.Type");
        for (var i = 0; i < 5000; i++)
        {
            builder.AgentCall(failed: true, $"Made.Type{i:0000}");
        }

        builder.AgentCall(failed: true, new string('x', SummaryBuilder.MaxNameLength + 1));
        builder.AgentCall(failed: false, null);

        var summary = builder.ToSummary();
        Assert.Equal(SummaryBuilder.MaxNames + 1, summary.ErrorTypes.Count);
        Assert.Equal((5002, 5002), (summary.Errors, summary.ErrorTypes.Sum(t => t.Errors)));
        Assert.Equal(4002, summary.ErrorTypes.Single(t => t.Type == "(other)").Errors);
        Assert.Equal(1, summary.ErrorTypes.Single(t => t.Type == "[redacted:type]").Errors);
        Assert.Equal("errors    5,002  ((other) 4,002, Made.Type0000 1, Made.Type0001 1, and 998 types more)", summary.ToString().Split('\n')[1]);
    }

    [Fact]
    public void A_run_without_errors_says_nothing_of_their_types()
    {
        using var log = StepLog.InMemory();
        log.Complete();

        Assert.Empty(log.Summarize().ErrorTypes);
        Assert.False(Writing.LogLines.Single(log, "run_end").TryGetProperty("error_types", out _));
    }

    [Fact]
    public void A_model_that_invents_names_without_end_costs_bounded_memory()
    {
        var builder = new SummaryBuilder();
        for (var i = 0; i < 5000; i++)
        {
            builder.ToolCall("invented-" + i, 10, failed: true);
        }

        var summary = builder.ToSummary();
        Assert.Equal(SummaryBuilder.MaxNames + 1, summary.Tools.Count);
        Assert.Equal(5000, summary.Tools.Sum(t => t.Calls));
        Assert.Equal(4000, summary.Tools.Single(t => t.Name == "(other)").Calls);
    }

    [Fact]
    public void Names_beyond_the_limits_count_as_one_and_the_file_says_the_same()
    {
        using var log = StepLog.InMemory();
        foreach (var name in (string[])[new('x', SummaryBuilder.MaxNameLength + 1), new('y', SummaryBuilder.MaxNameLength), .. Enumerable.Range(0, SummaryBuilder.MaxNames).Select(i => $"invented-{i}")])
        {
            using var call = log.ToolCall(name);
            call.Complete();
        }

        log.Complete();
        var summary = log.Summarize();
        Assert.Equal(SummaryBuilder.MaxNames, summary.Tools.Count);
        Assert.Equal(3, summary.Tools.Single(t => t.Name == "(other)").Calls); // the long one, and those that came after 1,000 entries, of which this is one
        Assert.Contains(summary.Tools, t => t.Name.Length == SummaryBuilder.MaxNameLength);
        var file = StepLogFile.Parse(log.ToArray());
        Assert.Equal(summary, file.Summary);
    }

    [Fact]
    public void A_summary_prints_as_an_aligned_block()
    {
        var summary = new RunSummary
        {
            Steps = 1234,
            ToolCalls = 1200,
            LlmCalls = 30,
            AgentCalls = 2,
            Events = 2,
            Errors = 1,
            InputTokens = 15_000,
            OutputTokens = 900,
            CachedTokens = 10,
            ReasoningTokens = 20,
            Duration = TimeSpan.FromSeconds(83),
            Tools =
            [
                new() { Name = "GetWeather", Calls = 1199, Errors = 1, Total = TimeSpan.FromSeconds(30.5), P50 = TimeSpan.FromMilliseconds(12.34), P95 = TimeSpan.FromMilliseconds(250) },
                new() { Name = "Tide", Calls = 1, Total = TimeSpan.FromMicroseconds(412), P50 = TimeSpan.FromMicroseconds(412), P95 = TimeSpan.FromMicroseconds(412) },
            ],
        };

        Assert.Equal("""
            steps     1,234  (tool calls 1,200, llm calls 30, agent calls 2, events 2)
            errors    1
            tokens    15,000 in (10 cached), 900 out (20 reasoning)
            duration  0:01:23

            tool         calls  errors    total      p50     p95
            GetWeather   1,199       1  30.50 s  12.3 ms  250 ms
            Tide             1       0   412 µs   412 µs  412 µs
            """, summary.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Numbers_of_tokens_without_sense_do_not_turn_their_sums_over()
    {
        using var log = StepLog.InMemory();
        using (var agent = log.AgentCall("a"))
        {
            for (var i = 0; i < 3; i++)
            {
                using var call = log.LlmCall("m");
                call.Complete(usage: new LlmUsage { InputTokens = long.MaxValue, OutputTokens = long.MinValue });
            }

            agent.Complete();
        }

        log.Complete();
        Assert.Equal((long.MaxValue, long.MinValue), (log.Summarize().InputTokens, log.Summarize().OutputTokens));
        Assert.Equal(log.Summarize(), StepLogFile.Parse(log.ToArray()).Summary);
        Assert.Equal(long.MaxValue, log.Steps.OfType<AgentCallStep>().Single().TotalInputTokens);
    }

    [Fact]
    public void Summaries_of_equal_content_are_equal()
    {
        var one = StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Summary;

        Assert.Equal(one, StepLogFile.Parse(HandWrittenLog.Trip().ToArray()).Summary);
        Assert.NotEqual(one, one with { Tools = [] });
    }
}
