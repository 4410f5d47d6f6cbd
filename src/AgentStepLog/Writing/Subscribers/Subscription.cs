using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>
/// One subscriber and the lines that wait for it. The subscriber's code runs on a thread of the pool, for one line at a time and in the order of the lines. It runs
/// outside of the flow that wrote the line, so that no log is active there.
/// </summary>
internal sealed class Subscription(Subscribers owner, TypePattern types, Action<Step> receive, StepReader reader, int capacity)
    : IDisposable, IThreadPoolWorkItem
{
    // The most bytes that wait. The capacity in lines limits short lines, and this limits long ones.
    private const long MaxBytes = 16 * 1024 * 1024;

    [ThreadStatic]
    private static Subscription? t_running;

    private readonly object _gate = new();
    private readonly Queue<byte[]> _waiting = new();
    private long _bytes;
    private TaskCompletionSource? _drained;
    private bool _called;
    private bool _drains;
    private bool _ended;

    internal bool Wants(StepKind type) => types.Includes(type);

    /// <summary>Queues a line. A line that comes while the queue is full is dropped, so that the lines before it are delivered.</summary>
    internal void Put(byte[] line)
    {
        using (Gate.Hold(_gate))
        {
            if (_ended)
            {
                return;
            }

            if (_waiting.Count >= capacity || _bytes + line.Length > MaxBytes)
            {
                owner.NotDelivered();
                return;
            }

            _waiting.Enqueue(line);
            _bytes += line.Length;
            if (_called || _drains)
            {
                return;
            }

            _called = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Delivers on a new thread, because the pool may have no thread left, and the end of a log does not wait for one.</summary>
    internal void Hurry()
    {
        using (Gate.Hold(_gate))
        {
            if (_waiting.Count == 0 || _drains)
            {
                return;
            }
        }

        try
        {
            new Thread(Execute) { IsBackground = true, Name = "AgentStepLog subscriber" }.UnsafeStart();
        }
        catch (Exception e) when (e is OutOfMemoryException or ThreadStartException)
        {
            // The system has no thread. The pool may still deliver the lines, and those that it does not deliver are counted.
        }
    }

    /// <summary>Waits until the queue is empty and the subscriber's code has returned. Then nothing more is delivered.</summary>
    internal void End(TimeSpan patience)
    {
        var interrupted = false;
        using (Gate.Hold(_gate))
        {
            var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
            while (!_ended && (_waiting.Count > 0 || _drains) && t_running != this)
            {
                var left = until - Environment.TickCount64;
                if (left <= 0 || !Gate.Wait(_gate, (int)left, ref interrupted))
                {
                    break;
                }
            }

            owner.NotDelivered(_waiting.Count);
            Stop();
        }

        Gate.End(interrupted);
        owner.Remove(this);
    }

    /// <summary>Does the same as <see cref="End"/> without blocking a thread.</summary>
    internal async Task EndAsync(TimeSpan patience)
    {
        await Drained().WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(TimeSpan.Zero);
    }

    private Task Drained()
    {
        using (Gate.Hold(_gate))
        {
            return _ended || (_waiting.Count == 0 && !_drains) ? Task.CompletedTask
                : (_drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Stops the delivery. A delivery that is running is not interrupted.</summary>
    public void Dispose()
    {
        using (Gate.Hold(_gate))
        {
            Stop();
        }

        owner.Remove(this);
    }

    public void Execute()
    {
        using (Gate.Hold(_gate))
        {
            _called = false;
            if (_drains)
            {
                return;
            }

            _drains = true;
        }

        t_running = this;
        while (Next() is { } line)
        {
            Deliver(line);
        }

        t_running = null;
    }

    private byte[]? Next()
    {
        using (Gate.Hold(_gate))
        {
            if (_waiting.TryDequeue(out var line))
            {
                _bytes -= line.Length;
                return line;
            }

            _drains = false;
            Monitor.PulseAll(_gate);
            _drained?.TrySetResult();
            return null;
        }
    }

    private void Deliver(byte[] line)
    {
        try
        {
            receive(reader.Read(line));
        }
        catch (Exception e)
        {
            owner.Failed(e); // the failure is reported for this subscriber only, and without secrets
        }
    }

    private void Stop()
    {
        _ended = true;
        _waiting.Clear();
        _bytes = 0;
    }
}
