using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes a log's lines: numbers them, chains them, keeps the totals. What cannot be written never disturbs the caller; it is
/// counted, and told in the log once writing works again.
/// </summary>
/// <remarks>
/// Two things guard its state. The lock (<c>_gate</c>) is held for moments, and never while a file is touched: queues, totals, losses, and how
/// far the log is for readers. The turn (<see cref="Turn"/>) is held by the one thread that writes: the chain, the segment, the batch.
/// No code of the user's runs under either.
/// </remarks>
internal sealed partial class LogWriter : IBlobStore
{
    private readonly object _gate = new();
    private readonly RunFiles _run;
    private readonly StepLogOptions _options;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly SummaryBuilder _totals;
    private readonly StepRing _recent;
    private readonly Losses _losses;
    private readonly StepTypes? _types;
    private long _number;
    private long _timestamp;
    private long _late;
    private int _open;
    private bool _ending;
    private volatile bool _closed;

    /// <summary>Writes the header, or goes on with a run that has one.</summary>
    /// <exception cref="Exception">It could not be written; what was made for it is the caller's to take away.</exception>
    internal LogWriter(
        StepLogOptions options, RunFiles run, SegmentFile file, StepTypes? types, Commitments? commitments, ResumedRun? resumed = null)
    {
        _options = options;
        _run = run;
        _types = types;
        _time = options.TimeProvider;
        _startedAt = _time.GetTimestamp();
        _timestamp = Now();
        _stamp = new(Encoding.ASCII.GetBytes(run.RunId));
        Secrets = new(options.Redaction.Scanner, commitments, options.WithheldValues);
        _totals = new(Secrets.Tokens.Redact);
        _losses = new(Secrets);
        _recent = new(options.KeepSteps);
        Subscribers = new(NewReader, Secrets);
        _queue = options.Durability == Durability.Queued ? new(options.QueueLimit) : null;
        _isDurable = options.Durability == Durability.Durable;
        _maxBatch = Math.Min(Batch.MaxBytes, (options.SegmentBytes ?? long.MaxValue) / 2);
        _nextSegmentAt = options.SegmentBytes ?? long.MaxValue;
        _segment = file;
        _head = run.Path is null ? null : new(run, _gate, WriteHead, Mention);
        if (resumed is null)
        {
            _header = new(options, options.Manifest is { } manifest ? Store(manifest) : null, commitments?.Mark());
            options.Ids.FillNonce(_chain.Previous);
            Begin(file, _timestamp, Clock());
        }
        else
        {
            _header = new(options, resumed.Header);
            _elapsedBefore = resumed.Scan.Elapsed;
            GoOn(resumed);
        }

        if (_queue is not null)
        {
            ProcessEnd.Watch(this);
        }
    }

    internal string? Path => _run.Path;

    /// <summary>What this run withholds by.</summary>
    internal RunSecrets Secrets { get; }

    internal bool IsClosed => _closed;

    /// <summary>How many threads wait for their lines, or for the turn. For tests.</summary>
    internal int Waiting
    {
        get
        {
            using (Gate.Hold(_gate))
            {
                return _turn.Waiting;
            }
        }
    }

    internal StepLogHealth Health
    {
        get
        {
            using (Gate.Hold(_gate))
            {
                return new(_number, _losses.Total, _late, _run.Blobs.Count)
                {
                    QueuedBytes = _queue?.Bytes ?? 0,
                    Segment = _files[^1].Number,
                    LastFailure = _losses.LastReason,
                    IsFailing = _isFailing,
                    Undelivered = Subscribers.Undelivered,
                    SubscriberFailures = Subscribers.Failures,
                    LastSubscriberFailure = Subscribers.LastFailure,
                    WithheldValues = Secrets.Known.Count,
                    WithheldValuesLeftOut = Secrets.Known.LeftOut,
                };
            }
        }
    }

    internal void Begin(Line line, StepKind type) => line.Begin(type, this, _options, Secrets, _tellsResumption);

    internal Line NewLine(StepKind type)
    {
        var line = new Line();
        Begin(line, type);
        return line;
    }

    /// <summary>Microseconds since the header.</summary>
    internal long Clock() => _elapsedBefore + Math.Max(0, _time.GetElapsedTime(_startedAt).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since a reading of <see cref="Clock"/>.</summary>
    internal long Elapsed(long since) => Math.Max(0, Clock() - since);

    internal void CallBegins() => Interlocked.Increment(ref _open);

    /// <summary>A call returned what has not run yet: it is not open until that runs.</summary>
    internal void CallRests() => Interlocked.Decrement(ref _open);

    /// <summary>Writes the outcome of a call that began here.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="ended">When it ended, by <see cref="Clock"/>.</param>
    /// <param name="facts">What it adds to the totals.</param>
    internal void CallEnds(Line line, long ended, in StepFacts facts)
    {
        line.Facts = facts;
        Commit(line, ended, endsCall: true);
    }

    /// <summary>The call's line could not even be made.</summary>
    internal void CallIsLost(Exception cause)
    {
        var reason = _losses.Told(cause);
        using (Gate.Hold(_gate))
        {
            Interlocked.Decrement(ref _open);
            _losses.AddLine(reason, _timestamp);
        }
    }

    /// <summary>A call ended, or an event came, after the log was closed.</summary>
    internal void CountLate(bool wasOpen)
    {
        using (Gate.Hold(_gate))
        {
            _late++;
            Interlocked.Add(ref _open, wasOpen ? -1 : 0);
        }
    }

    /// <summary>Writes a line that is no call's outcome.</summary>
    internal void Append(Line line) => Commit(line);

    /// <summary>Writes what a call is about to do.</summary>
    /// <param name="line">Its intent.</param>
    /// <param name="waits">
    /// Whether the call depends on it: it must be written when this returns, even where lines are queued, and while lines are lost only where
    /// the longest of them would find room behind it.
    /// </param>
    /// <returns>Why it is not in the log; null if it is.</returns>
    internal Exception? Announce(Line line, bool waits)
    {
        line.NeedsRoom = waits;
        return waits && _queue is not null ? CommitNow(line) : Commit(line);
    }

    internal void Lose(Exception cause)
    {
        var reason = _losses.Told(cause);
        using (Gate.Hold(_gate))
        {
            _losses.AddLine(reason, _timestamp);
        }
    }

    /// <summary>Microseconds since the Unix epoch.</summary>
    private long Now() => (_time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
