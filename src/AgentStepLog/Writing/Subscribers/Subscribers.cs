using System.Diagnostics;
using AgentStepLog.Reading;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The subscribers of a log. The log only puts lines into their queues, so that nothing they do affects it.</summary>
internal sealed class Subscribers(Func<StepReader> newReader, RunSecrets secrets)
{
    /// <summary>How long the end of a log waits for all subscribers together.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private volatile Subscription[] _all = [];
    private byte[] _header = [];
    private long _undelivered;
    private long _failures;
    private volatile string? _lastFailure;

    internal long Undelivered => Interlocked.Read(ref _undelivered);

    internal long Failures => Interlocked.Read(ref _failures);

    /// <summary>The last exception that a subscriber threw; null if none has thrown.</summary>
    internal string? LastFailure => _lastFailure;

    /// <summary>
    /// Called for each line that is in the log, in the order of the lines, under a lock that keeps other lines out. It never throws. Code can only subscribe after the
    /// header was written, so the header is kept for later subscribers.
    /// </summary>
    internal void Committed(StepKind type, ReadOnlySpan<byte> line)
    {
        if (type != StepKind.RunStart && _all.Length == 0)
        {
            return;
        }

        try
        {
            using (Gate.Hold(_gate))
            {
                byte[]? copy = null;
                _header = type == StepKind.RunStart ? copy = line.ToArray() : _header;
                foreach (var subscriber in _all)
                {
                    if (subscriber.Wants(type))
                    {
                        subscriber.Put(copy ??= line.ToArray());
                    }
                }
            }
        }
        catch (OutOfMemoryException)
        {
            NotDelivered();
        }
    }

    internal Subscription Add(TypePattern types, Action<Step> receive, int capacity)
    {
        var subscription = new Subscription(this, types, receive, newReader(), capacity);
        using (Gate.Hold(_gate))
        {
            if (subscription.Wants(StepKind.RunStart) && _header.Length > 0)
            {
                subscription.Put(_header);
            }

            _all = [.. _all, subscription];
        }

        return subscription;
    }

    internal void Remove(Subscription subscription)
    {
        using (Gate.Hold(_gate))
        {
            _all = [.. _all.Where(other => other != subscription)];
        }
    }

    /// <summary>Waits for a limited time until all subscribers have received the lines in their queues. Lines that are not delivered by then never are.</summary>
    internal void Deliver()
    {
        var began = Stopwatch.GetTimestamp();
        var all = _all;
        Array.ForEach(all, subscriber => subscriber.Hurry());
        foreach (var subscriber in all)
        {
            var left = Patience - Stopwatch.GetElapsedTime(began);
            subscriber.End(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <summary>Does the same as <see cref="Deliver"/> without blocking a thread.</summary>
    internal async Task DeliverAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var all = _all;
        Array.ForEach(all, static subscriber => subscriber.Hurry());
        foreach (var subscriber in all)
        {
            var left = Patience - Stopwatch.GetElapsedTime(began);
            await subscriber.EndAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero).ConfigureAwait(false);
        }
    }

    internal void NotDelivered(long count = 1) => Interlocked.Add(ref _undelivered, count);

    internal void Failed(Exception exception)
    {
        Interlocked.Increment(ref _failures);
        try
        {
            _lastFailure = ErrorText.Told(exception, secrets);
        }
        catch (OutOfMemoryException)
        {
            // The failure is counted. There is no memory for its text.
        }
    }
}
