using AgentStepLog.Writing;
using System.Threading.Tasks.Sources;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Writing;
using Surf;

namespace AgentStepLog.Tests.Capture;

/// <summary>Values, exceptions and task sources that make trouble when a log looks at them.</summary>
public sealed class HostileCodeTests
{
    [Fact]
    public void A_getter_that_makes_recorded_calls_with_itself_ends()
    {
        using var log = StepLog.InMemory();
        var getter = new CallingGetter();
        getter.Call = () => Calls.Value(Calls.Echo, getter, Write, () => getter);

        getter.Call();

        var calls = LogLines.OfType(log, "tool_call");
        Assert.Equal(calls.Count, log.Summarize().ToolCalls);
        Assert.InRange(getter.Reads, 4, 1000);
        Assert.Contains(calls, call => call.GetProperty("input").GetRawText() == """{"[depth]":"[depth]"}""");
        Assert.StartsWith("""{"value":{"next":1}}""", calls[^1].GetProperty("input").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, log.Health.Lost);

        static void Write(CaptureWriter writer, CallingGetter value)
        {
            writer.BeginObject();
            writer.Property("next");
            if (writer.Get(value, static v => v.Next, out var next))
            {
                writer.Value(next);
            }

            writer.EndObject();
        }
    }

    [Fact]
    public void A_collection_without_end_is_cut_off()
    {
        using var log = StepLog.InMemory();
        Calls.Value(Calls.Echo, new Endless(), static (w, v) => w.List(v, static (x, item) => x.Value(item)), () => new Endless());
        var step = Assert.IsType<ToolCallStep>(log.Steps[1]);
        Assert.EndsWith("1234567,\"[too large]\"]}", step.InputJson.ToString(), StringComparison.Ordinal);
        Assert.InRange(step.InputJson.Utf8.Length, LineLimits.DefaultValueLimit, LineLimits.DefaultValueLimit + 100);
    }

    [Fact]
    public void A_hundred_thousand_keys_of_one_text_are_told_apart_in_a_moment()
    {
        using var log = StepLog.InMemory();
        var entries = Enumerable.Range(0, 100_000).ToDictionary(static i => i, static i => i);
        Calls.Value(Calls.Echo, entries, static (w, v) => w.Dictionary(v, static _ => "same", static (x, i) => x.Value(i)), () => entries);
        var output = Assert.IsType<ToolCallStep>(log.Steps[1]).OutputJson.ToElement();
        Assert.Equal(100_000, output.EnumerateObject().Count());
        Assert.Equal(99_999, output.GetProperty("same#100000").GetInt32());
    }

    [Fact]
    public void An_aggregate_exception_whose_members_throw_stays_the_callers()
    {
        using var log = StepLog.InMemory();
        var thrown = new NastyAggregate();
        Exception? caught = null;
        try
        {
            Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => Sea.Throw(thrown));
        }
        catch (NastyAggregate e)
        {
            caught = e;
        }

        Assert.True(ReferenceEquals(thrown, caught));
        var call = LogLines.Single(log, "tool_call");
        Assert.Equal("[unreadable:System.InvalidOperationException]", LogLines.Text(call, "error"));
        Assert.Equal("""["[unreadable:System.InvalidOperationException]"]""", call.GetProperty("error_frames").GetRawText());
    }

    [Fact]
    public async Task A_value_task_source_that_throws_although_it_said_success_leaves_a_failed_step()
    {
        using var log = StepLog.InMemory();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await StepScope.Begin(Calls.Echo, Calls.Origin)!.EndValueTask(new ValueTask<int>(new Liar(), 0), null));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await StepScope.Begin(Calls.Echo, Calls.Origin)!.EndValueTask(new ValueTask(new Liar(), 0)));
        log.Complete();
        Assert.Equal(["run_start", "tool_call", "tool_call", "run_end"], LogLines.Read(log).Select(LogLines.Type));
        Assert.All(LogLines.OfType(log, "tool_call"), call => Assert.Equal("System.InvalidTimeZoneException", LogLines.Text(call, "error_type")));
    }

    private sealed class CallingGetter
    {
        public Action Call { get; set; } = static () => { };

        public int Reads { get; private set; }

        public int Next
        {
            get
            {
                // Without an end the process would die of its stack.
                Assert.True(++Reads < 10_000);
                Call();
                return 1;
            }
        }
    }

    private sealed class Endless : IReadOnlyCollection<int>
    {
        public int Count => 3;

        public IEnumerator<int> GetEnumerator()
        {
            while (true)
            {
                yield return 1234567;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class NastyAggregate : AggregateException
    {
        public override string Message => throw new InvalidOperationException();

        public override string? StackTrace => throw new InvalidOperationException();
    }

    private sealed class Liar : IValueTaskSource, IValueTaskSource<int>
    {
        public int GetResult(short token) => throw new InvalidTimeZoneException();

        void IValueTaskSource.GetResult(short token) => throw new InvalidTimeZoneException();

        public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Succeeded;

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        {
        }
    }
}
