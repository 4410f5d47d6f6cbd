using System.Reflection;
using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>What a record tells of the exceptions within the one that was thrown.</summary>
public sealed class ErrorCauseTests : IDisposable
{
    private readonly StepLog _log = StepLog.InMemory();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_chain_is_told_from_the_nearest_to_the_innermost()
    {
        var thrown = new InvalidOperationException("See the inner exception for details.", new IOException("no room", new TimeoutException("the disk slept")));

        Fail(thrown);

        Assert.Equal([(1, "System.IO.IOException", "no room"), (2, "System.TimeoutException", "the disk slept")], Told());
        Assert.Equal(("See the inner exception for details.", "System.InvalidOperationException"), (Step().Error, Step().ErrorType));
        Assert.Equal(
            """[{"depth":1,"type":"System.IO.IOException","message":"no room"},{"depth":2,"type":"System.TimeoutException","message":"the disk slept"}]""",
            LogLines.Single(_log, "tool_call").GetProperty("error_causes").GetRawText());
        string[] after = [.. LogLines.Names(LogLines.Single(_log, "tool_call")).SkipWhile(name => name != "error")];
        Assert.Equal(["error", "error_type", "error_causes", "prev", "crc"], after.Except(["error_frames"]));
    }

    [Fact]
    public void An_aggregate_whose_message_would_join_a_million_others_is_recorded_without_it_and_a_flat_one_of_many_with_it()
    {
        var thrown = new AggregateException("x", new IOException("a"));
        for (var level = 0; level < 60; level++)
        {
            thrown = new("n", thrown, thrown); // its message has a thousand million million parts
        }

        foreach (var failure in new[] { thrown, new AggregateException(Enumerable.Range(0, 5_000).Select(static i => new IOException($"no {i}"))) })
        {
            using var call = _log.ToolCall("many");
            call.Fail(failure);
        }

        var steps = _log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(("[not read: it joins the messages of more than 100000 exceptions]", "System.AggregateException"), (steps[0].Error, steps[0].ErrorType));
        Assert.StartsWith("One or more errors occurred. (no 0) (no 1)", steps[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_without_any_within_has_no_field()
    {
        Fail(new IOException("alone"));

        Assert.Empty(Told());
        Assert.False(LogLines.Single(_log, "tool_call").TryGetProperty("error_causes", out _));
    }

    [Fact]
    public void Frames_are_those_of_what_was_thrown_and_only_an_aggregate_that_never_was_has_those_of_its_first_cause()
    {
        var within = Thrown(new FormatException("within"));

        Fail(new IOException("outer", within));
        _log.ToolCall("t").Use(call => call.Fail(new AggregateException(within, new IOException("never thrown"))));
        _log.ToolCall("t").Use(call => call.Fail(new TargetInvocationException(within)));
        _log.ToolCall("t").Use(call => call.Fail(within));

        var steps = _log.Steps.OfType<ToolCallStep>().ToList();
        Assert.StartsWith("Surf.Sea.Throw", steps[0].ErrorFrames[0], StringComparison.Ordinal);
        Assert.Equal([false, true, false, true], steps.Select(step => step.ErrorFrames.Any(frame => frame.Contains(nameof(Thrown), StringComparison.Ordinal))));
        Assert.All(steps.Take(3), step => Assert.Contains((1, "System.FormatException", "within"), Told(step.ErrorCauses)));
    }

    [Fact]
    public void Branches_stand_behind_what_they_caused_and_before_the_next_one()
    {
        Fail(new AggregateException("all", new IOException("a", new FormatException("a1")), new TimeoutException("b", new FormatException("b1"))));

        Assert.Equal([(1, "a"), (2, "a1"), (1, "b"), (2, "b1")], Told().Select(cause => (cause.Depth, cause.Message)));
    }

    [Fact]
    public void Of_many_the_four_nearest_are_told_and_the_deepest()
    {
        Fail(Chain(9));

        Assert.Equal([(1, "8"), (2, "7"), (3, "6"), (4, "5"), (9, "0")], Told().Select(cause => (cause.Depth, cause.Message)));
    }

    [Fact]
    public void Of_many_branches_of_one_depth_the_first_five_are_told()
    {
        Fail(new AggregateException(Enumerable.Range(0, 100_000).Select(static i => new IOException(i.ToString(System.Globalization.CultureInfo.InvariantCulture)))));

        Assert.Equal(["0", "1", "2", "3", "4"], Told().Select(cause => cause.Message));
    }

    [Fact]
    public void The_deepest_of_a_branch_stands_behind_its_own_branch()
    {
        Fail(new AggregateException(new IOException("a", Chain(3)), new IOException("b"), new IOException("c"), new IOException("d"), new IOException("e")));

        Assert.Equal([(1, "a"), (5, "0"), (1, "b"), (1, "c"), (1, "d")], Told().Select(cause => (cause.Depth, cause.Message)));
    }

    [Fact]
    public void A_very_long_chain_a_ring_and_one_that_is_met_by_very_many_ways_end()
    {
        Fail(Chain(100_000));
        Exception branched = new IOException("base");
        for (var i = 0; i < 40; i++)
        {
            branched = new Silent(branched, branched, branched);
        }

        Fail(branched);
        var ring = new IOException("ring", new FormatException("within"));
        typeof(Exception).GetField("_innerException", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(ring.InnerException, ring);
        Fail(ring);

        var steps = _log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal([1, 2, 3, 4, ThrownTree.Most - 1], steps[0].ErrorCauses.Select(cause => cause.Depth));
        Assert.Equal([1, 2, 3, 4, 40], steps[1].ErrorCauses.Select(cause => cause.Depth));
        Assert.Equal("base", steps[1].ErrorCauses[^1].Message);
        Assert.Equal([(1, "within")], steps[2].ErrorCauses.Select(cause => (cause.Depth, cause.Message)));
    }

    [Fact]
    public void A_message_that_cannot_be_read_is_told_as_such_and_the_next_one_is_read()
    {
        Fail(new IOException("outer", new Nasty(new FormatException("within"))));

        Assert.Equal(["[unreadable:System.InvalidTimeZoneException]", "within"], Told().Select(cause => cause.Message));
        Assert.Equal(0, _log.Health.Lost);
    }

    [Fact]
    public void Messages_and_types_are_cut_and_the_largest_ones_go_to_a_blob_and_come_back()
    {
        var wide = new string('\u0001', 10_000); // each takes six bytes in a line
        Fail(new IOException(wide, new Generic<Generic<Generic<Generic<int>>>>("x" + wide, new IOException(wide, new IOException(wide, new IOException(wide, new IOException(wide)))))));

        var line = LogLines.Single(_log, "tool_call");
        Assert.StartsWith("sha256:", line.GetProperty("error_causes").GetProperty("$blob").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, Told().Count);
        Assert.All(Told(), cause => Assert.Equal(2048, cause.Message.Length));
        Assert.Equal(512, Told()[0].Type.Length);
        LogLines.AssertSound(_log.ToArray());
    }

    [Fact]
    public void Causes_whose_blob_is_gone_read_as_one_that_says_so_and_a_line_of_another_shape_is_kept_whole()
    {
        var log = new HandWrittenLog().Header();
        var hash = new string('a', 64);
        log.Tool(1, "T", "", error: $"\"error\":\"x\",\"error_causes\":{{\"$blob\":\"sha256:{hash}\",\"bytes\":7,\"media_type\":\"application/json\",\"preview\":\"\"}}")
            .Tool(2, "T", "", error: "\"error\":\"x\",\"error_causes\":[7]").Tool(3, "T", "", error: "\"error\":\"x\",\"error_causes\":null").End();

        var steps = StepLogFile.Parse(log.ToArray()).Steps;

        Assert.Equal([(1, "", $"[not in the log: sha256:{hash}]")], Told(Assert.IsType<ToolCallStep>(steps[1]).ErrorCauses));
        Assert.IsType<OtherStep>(steps[2]);
        Assert.Empty(Assert.IsType<ToolCallStep>(steps[3]).ErrorCauses);
    }

    [Fact]
    public void Tasks_streams_and_calls_by_hand_tell_them_too_and_so_does_the_end_of_the_run()
    {
        var thrown = new IOException("outer", new FormatException("within"));
        Assert.ThrowsAny<Exception>(() => Calls.Text(Calls.Echo, async () =>
        {
            await Task.Yield();
            throw thrown;
        }).GetAwaiter().GetResult());
        Assert.ThrowsAny<Exception>(() => Streams.Drain(Streams.Async(Items(thrown))).GetAwaiter().GetResult());
        Assert.ThrowsAny<Exception>(() => Streams.Lazy(Broken(thrown), static (w, v) => w.Value(v)).ToList());
        var stream = StepScope.Begin(Calls.Echo, Calls.Origin)!.EndStream(new Leaky(thrown));
        Assert.ThrowsAny<Exception>(() => stream.ReadByte());
        stream.Dispose();
        _log.ToolCall("t").Use(call => call.Fail(thrown));
        _log.LlmCall("m").Use(call => call.Fail(thrown));
        _log.AgentCall("a").Use(call => call.Fail(thrown));
        _log.Fail(new InvalidOperationException("run", thrown));

        var calls = _log.Steps.OfType<CallStep>().ToList();
        Assert.Equal(7, calls.Count);
        Assert.All(calls, call => Assert.Equal([(1, "System.FormatException", "within")], Told(call.ErrorCauses)));
        var end = Assert.Single(_log.Steps.OfType<RunEndStep>());
        Assert.Equal([(1, "System.IO.IOException", "outer"), (2, "System.FormatException", "within")], Told(end.ErrorCauses));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(_log.ToArray())).Verdict);
        Assert.Equal(_log.Steps, StepLogFile.Parse(_log.ToArray()).Steps);
    }

    [Fact]
    public void Tokens_within_are_withheld_where_they_stand_and_told()
    {
        const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
        Fail(new IOException("outer", new FormatException($"the key is {Token}", new FormatException(new string('.', 2040) + Token + " more"))));

        Assert.Equal(["the key is [redacted:github-token]", new string('.', 2040)], Told().Select(cause => cause.Message));
        Assert.Equal([("/error_causes/0/message", "github-token")], Step().Withheld.Select(r => (r.At, r.Kind)));
        Assert.DoesNotContain(Token[..12], Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
    }

    private static Exception Thrown(Exception exception) => Record.Exception(new Action(() => throw exception))!;

    private static IEnumerable<int> Broken(Exception thrown)
    {
        yield return 1;
        throw thrown;
    }

    private static async IAsyncEnumerable<int> Items(Exception thrown)
    {
        yield return 1;
        await Task.Yield();
        throw thrown;
    }

    private static IOException Chain(int within)
    {
        IOException? chain = null;
        for (var i = 0; i <= within; i++)
        {
            chain = new(i.ToString(System.Globalization.CultureInfo.InvariantCulture), chain);
        }

        return chain!;
    }

    private static List<(int Depth, string Type, string Message)> Told(IReadOnlyList<ErrorCause> causes) => [.. causes.Select(cause => (cause.Depth, cause.Type, cause.Message))];

    private List<(int Depth, string Type, string Message)> Told() => Told(Step().ErrorCauses);

    private ToolCallStep Step() => Assert.Single(_log.Steps.OfType<ToolCallStep>());

    private static void Fail(Exception thrown) => Assert.Same(thrown, Record.Exception(() => Calls.Value(Calls.Echo, 1, static (w, v) => w.Value(v), () => Surf.Sea.Throw(thrown))));

    private sealed class Nasty(Exception inner) : Exception("", inner)
    {
        public override string Message => throw new InvalidTimeZoneException();
    }

    // One that does not put the messages of all within it into its own.
    private sealed class Silent(params Exception[] inner) : AggregateException(inner)
    {
        public override string Message => "silent";
    }

    private sealed class Generic<T>(string message, Exception inner) : Exception(message, inner);

    private sealed class Leaky(Exception thrown) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => 0;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => throw thrown;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => 0;

        public override void SetLength(long value)
        {
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
        }
    }
}
