using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class AllocationTests
{
    private const int Times = 500;
    private const int Rounds = 5;

    private static readonly RecordedMethod s_method = RecordedMethod.Tool("Surf.Tools.Report", "Report");

    [Fact]
    public void Writing_a_record_allocates_nothing_in_steady_state() => Assert.Equal(0, PerCall(Record));

    [Fact]
    public void Being_the_parent_of_other_calls_allocates_at_most_two_hundred_bytes() =>
        Assert.InRange(PerCall(Enter), 1, 200);

    [Fact]
    public void The_measurement_sees_a_single_byte_array() =>
        Assert.InRange(PerCall(static () => GC.KeepAlive(new byte[1])), 24, 64);

    private static double PerCall(Action call)
    {
        // On a thread of its own: the test framework keeps async locals too, and each makes a change of ours dearer.
        var bytes = 0d;
        var thread = new Thread(() => bytes = Measure(call));
        thread.UnsafeStart();
        thread.Join();
        return bytes;
    }

    private static double Measure(Action call)
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { KeepSteps = 16, TimeProvider = new FixedClock() });
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        // The least of some rounds: what each call allocates is in all of them, what the runtime does meanwhile is not.
        return Enumerable.Range(0, Rounds).Min(_ => Round(call));
    }

    private static double Round(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Times;
    }

    private static void Record() => End(StepScope.Begin(s_method, Calls.Origin)!);

    // A call outside any other: the ambient value goes from the log to the step and back.
    private static void Enter()
    {
        var scope = StepScope.Begin(s_method, Calls.Origin)!;
        var outer = scope.Enter();
        StepScope.Leave(outer);
        End(scope);
    }

    private static void End(StepScope scope)
    {
        scope.Input((Place: "Anchor Point", Days: 3, At: DateTimeOffset.UnixEpoch), static (w, a) =>
        {
            w.Property("place");
            w.Value(a.Place);
            w.Property("days");
            w.Value(a.Days);
            w.Property("at");
            w.Value(a.At);
            w.Property("apiKey");
            w.Value(0.5);
        });
        scope.EndValue("1.5 m, offshore – fine", static (s, v) => s.Output(v, static (w, x) => w.Value(x)));
    }
}
