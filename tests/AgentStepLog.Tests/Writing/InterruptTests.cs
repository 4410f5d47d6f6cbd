using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>Who interrupts a thread that records something breaks off neither the log nor the record; the thread gets its interrupt when it waits again.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly ManualResetEventSlim _mayWrite = new();

    public void Dispose() => _mayWrite.Dispose();

    [Theory]
    [InlineData(Durability.Written)] // another thread writes the line
    [InlineData(Durability.Durable)] // it is the thread's turn to write it
    public void A_thread_that_waits_for_its_line(Durability durability)
    {
        using var log = Start(durability, out var first);
        var interrupted = Interrupted(log, "interrupted", () => log.Writer.Waiting == 1);
        _mayWrite.Set();
        first.Join();
        Until.Holds(() => !interrupted.IsAlive);
        log.Record(new EventStep { Name = "afterwards" });
        AssertSound(log, "first", "interrupted", "afterwards");
    }

    [Fact]
    public void A_thread_that_waits_for_room()
    {
        using var log = Start(Durability.Queued, out var first, new string('x', 60_000));
        var interrupted = Interrupted(log, "interrupted", static () => true, new string('x', 60_000));
        _mayWrite.Set();
        first.Join();
        Until.Holds(() => !interrupted.IsAlive);
        log.Record(new EventStep { Name = "afterwards" });
        AssertSound(log, "first", "interrupted", "afterwards");
    }

    [Fact]
    public void A_thread_that_waits_for_a_lock()
    {
        var gate = new object();
        Thread thread;
        var reached = false;
        using (Gate.Hold(gate))
        {
            thread = Begin(() =>
            {
                Thread.CurrentThread.Interrupt();
                using (Gate.Hold(gate))
                {
                    reached = true;
                }
            });
            Until.Holds(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            thread.Interrupt();
            Assert.False(reached);
        }

        Until.Holds(() => !thread.IsAlive);
        Assert.True(reached);
    }

    /// <summary>A log whose first event hangs in its write.</summary>
    private StepLog Start(Durability durability, out Thread first, string? data = null)
    {
        var writes = false;
        var files = new FaultyFiles();
        var log = StepLog.On(files, new() { Durability = durability, QueueLimit = durability == Durability.Queued ? 64 * 1024 : null });
        files.Before = call =>
        {
            if (call == "append")
            {
                Volatile.Write(ref writes, true);
                _mayWrite.Wait();
            }
        };

        first = new(() => log.Record(new EventStep { Name = "first", Data = Data(data) }));
        first.Start();
        Until.Holds(() => Volatile.Read(ref writes));
        return log;
    }

    private static Thread Interrupted(StepLog log, string name, Func<bool> waits, string? data = null)
    {
        var thread = Begin(() => log.Record(new EventStep { Name = name, Data = Data(data) }));
        Until.Holds(() => waits() && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        thread.Interrupt();
        return thread;
    }

    // Dies of an interrupt that is swallowed: the test then waits in vain for its end.
    private static Thread Begin(Action act)
    {
        var thread = new Thread(() =>
        {
            act();
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                // As it is to be.
            }
        }) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static JsonText Data(string? text) => text is null ? default : JsonText.Of(text);

    private static void AssertSound(StepLog log, params string[] events)
    {
        log.Complete();
        Assert.Equal(events, LogLines.OfType(log, "event").Select(line => LogLines.Text(line, "name")));
        Assert.Equal((0L, null), (log.Health.Lost, log.Health.LastFailure));
        LogLines.AssertSound(log.ToArray());
    }
}
