#pragma warning disable xUnit1031 // that nothing waits is what is tested
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Capture;

/// <summary>No lock is held while a user's code or clock runs: another thread goes on meanwhile with the same enumeration, stream or log.</summary>
public sealed class NoLockTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private int _calls;
    private Exception? _failure;

    [Theory]
    [InlineData("next")]
    [InlineData("dispose")]
    public void A_clock_that_is_read_when_an_enumeration_begins(string way)
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var items = Streams.Lazy(new Numbers(3), static (w, v) => w.Value(v)).GetEnumerator();
        clock.Next(() => Elsewhere(() => Use(items, way)));

        while (items.MoveNext())
        {
        }

        items.Dispose();
        var step = Step(log);
        Assert.Equal((3L - (way == "next" ? 0 : 3), way == "dispose"), (step.Items ?? -1, step.Incomplete));
        Assert.Equal(way == "next" ? ["Items that came while another one was read are counted only."] : [], step.Notes);
    }

    [Theory]
    [InlineData("next")]
    [InlineData("dispose")]
    public void A_clock_that_is_read_for_the_first_item(string way)
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var numbers = new Numbers(3);
        var items = Streams.Lazy(numbers, static (w, v) => w.Value(v)).GetEnumerator();
        numbers.Moving = () => clock.Next(() => Elsewhere(() => Use(items, way)));

        Assert.True(items.MoveNext());
        items.Dispose();

        Assert.Equal((way == "next" ? 2L : 1L, true), (Step(log).Items, Step(log).Incomplete));
    }

    [Fact]
    public void Who_comes_while_a_call_that_must_be_recorded_first_is_not_yet_is_refused_and_the_call_goes_on()
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var method = RecordedMethod.Tool("Surf.Tools.Pay", "Pay", onLogFailure: LogFailurePolicy.FailClosed);
        var scope = StepScope.Begin(method, Calls.Origin)!;
        StepScope.Leave(scope.EnterLazy());
        var sequence = scope.EndSequence(new Numbers(2), static (s, v) => s.Item(v, static (w, x) => w.Value(x)));
        Assert.Equal([1, 2], sequence);
        var items = sequence.GetEnumerator(); // the second one announces itself
        StepLogException? refused = null;
        clock.Next(() => Elsewhere(() => refused = Assert.Throws<StepLogException>(() => items.MoveNext())));

        Assert.True(items.MoveNext());
        Assert.True(items.MoveNext());
        Assert.False(items.MoveNext());

        Assert.Contains("another thread asked for its first item", refused!.Message, StringComparison.Ordinal);
        Assert.Equal(["[1,2]", "[1,2]"], log.Steps.OfType<ToolCallStep>().Select(static step => step.OutputJson.ToString()));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("dispose")]
    public void A_clock_that_is_read_for_the_first_byte_of_a_stream(string way)
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var stream = Opened(new Zeros());
        clock.Next(() => Elsewhere(() => Use(stream, way)));

        Assert.Equal(0, stream.ReadByte());
        stream.Dispose();

        Assert.Equal(way == "read" ? 2 : 1, Step(log).BytesRead);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("dispose")]
    public void A_clock_that_is_read_when_a_stream_ends(string way)
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        var stream = Opened(new Zeros());
        Assert.Equal(0, stream.ReadByte());
        clock.Next(() => Elsewhere(() => Use(stream, way)));

        stream.Dispose();

        Assert.Equal(1, Step(log).BytesRead);
    }

    [Fact]
    public void The_message_of_what_a_stream_threw()
    {
        using var log = StepLog.InMemory();
        var inner = new Zeros();
        var stream = Opened(inner);
        var thrown = inner.Thrown = new Talking(static () => { });
        Assert.Throws<Talking>(() => stream.ReadByte());
        inner.Thrown = null;
        thrown.Say = () => Elsewhere(stream.Flush);

        stream.Dispose();

        Assert.Equal("talking", Step(log).Error);
    }

    [Fact]
    public void The_message_of_why_a_step_is_lost()
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        clock.Next(() => throw new Talking(() => Elsewhere(() => log.Record(new EventStep { Name = "meanwhile" }))));

        Assert.Equal("text", Calls.Say("text"));

        Assert.Equal((1L, "AgentStepLog.Tests.Capture.NoLockTests+Talking: talking"), (log.Health.Lost, log.Health.LastFailure));
        Assert.Single(log.Steps.OfType<EventStep>());
    }

    [Fact]
    public void The_message_of_why_the_lines_time_is_not_known()
    {
        var clock = new CallingClock();
        using var log = StepLog.InMemory(new() { TimeProvider = clock });
        clock.Next(() => throw new Talking(() => Elsewhere(() => log.Record(new EventStep { Name = "meanwhile" }))));

        log.Record(new EventStep { Name = "lost" });

        Assert.Equal("meanwhile", Assert.Single(log.Steps.OfType<EventStep>()).Name);
    }

    public void Dispose()
    {
        Assert.True(_calls > 0, "No other thread was called.");
        Assert.Null(_failure);
    }

    // What an assertion throws here, a log may take for what the clock throws.
    private void Elsewhere(Action action)
    {
        _calls++;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action)) { IsBackground = true };
        thread.Start();
        _failure = thread.Join(s_patience) ? failure : new TimeoutException("The other thread waits for this one.");
    }

    private static void Use(IEnumerator<int> items, string way)
    {
        if (way == "next")
        {
            Assert.True(items.MoveNext());
        }
        else
        {
            items.Dispose();
        }
    }

    private static void Use(Stream stream, string way)
    {
        if (way == "read")
        {
            stream.ReadByte();
        }
        else
        {
            stream.Dispose();
        }
    }

    private static Stream Opened(Zeros inner)
    {
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        StepScope.Leave(scope.Enter());
        return scope.EndStream(inner);
    }

    private static ToolCallStep Step(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());

    private sealed class Numbers(int count) : IEnumerable<int>, IEnumerator<int>
    {
        public Action Moving { get; set; } = static () => { };

        public int Current { get; private set; }

        object System.Collections.IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator()
        {
            Current = 0;
            return this;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext()
        {
            Moving();
            Moving = static () => { };
            return Current < count && ++Current > 0;
        }

        public void Reset() => Current = 0;

        public void Dispose()
        {
        }
    }

    /// <summary>A stream without end, which can be read after it was disposed of.</summary>
    private sealed class Zeros : Stream
    {
        public Talking? Thrown { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer[offset] = 0;
            return Thrown is null ? 1 : throw Thrown;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Talking(Action say) : Exception
    {
        public Action Say { get; set; } = say;

        public override string Message
        {
            get
            {
                var say = Say;
                Say = static () => { };
                say();
                return "talking";
            }
        }
    }
}
