using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes the lines of a log, numbers and chains them, and keeps the totals. A line that cannot be written never disturbs the caller. The writer counts it, and a gap
/// in the log reports it once writing works again.
/// </summary>
/// <remarks>
/// Two things guard the writer's state, and each is a type. The lock (<see cref="LogGate"/>) is held for moments, and never during file access. It guards the queues,
/// the totals, the losses, and how far readers see the log. The turn (<see cref="Pen"/>) belongs to the one thread that writes. It covers the chain, the file and the
/// batch. The user's code never runs under either.
/// </remarks>
internal sealed partial class LogWriter : IBlobStore
{
    private const long DefaultQueueLimit = 16 * 1024 * 1024;

    private readonly RunFiles _run;
    private readonly RunClock _clock;
    private readonly LineContext _lines;
    private readonly LogGate _gate;
    private readonly HeadKeeper? _head;
    private readonly StepTypes? _types;
    private readonly bool _isQueued;
    private readonly bool _isDurable;
    private int _open;
    private volatile bool _closed;

    /// <summary>Writes the header, or resumes a run that has one.</summary>
    /// <exception cref="Exception">The header could not be written. The caller deletes the files that were made for it.</exception>
    internal LogWriter(
        StepLogOptions options, RunFiles run, SegmentFile file, StepTypes? types, Commitments? commitments, ResumedRun? resumed = null)
    {
        _run = run;
        _types = types;
        _clock = new(options.TimeProvider, resumed?.Scan.Elapsed ?? 0);
        _isQueued = options.Durability == Durability.Queued;
        _isDurable = options.Durability == Durability.Durable;
        Secrets = new(ScannerCache.Shared.ScannerOf(options.Withholding), commitments, options.WithheldValueLimit);
        Subscribers = new(NewReader, Secrets);
        _lines = new(this, options, Secrets) { TellsResumption = resumed is not null };
        var soFar = new LogSoFar(Secrets, options.StepsKept, Subscribers) { Timestamp = _clock.Now() };
        var waiting = new WaitingLines(_isQueued ? new(options.QueueLimit ?? DefaultQueueLimit) : null);
        _gate = new(soFar, waiting, new(Secrets));
        _head = soFar.Head = run.Path is null ? null : new(run, _gate);
        var header = resumed is not null ? new RunStartFields(options, resumed.Header)
            : new(options, options.Manifest is { } manifest ? Store(manifest) : null, commitments?.Mark());
        var pen = new Pen(options, run, file, new(Encoding.ASCII.GetBytes(run.RunId)), _gate, _lines, header);
        if (resumed is null)
        {
            pen.Begin(options.Ids, soFar.Timestamp, Clock());
        }
        else
        {
            soFar.GoOn(resumed);
            pen.GoOn(resumed);
        }

        waiting.Turn.Pass(pen);
        if (resumed is not null)
        {
            GoOn(resumed, soFar);
        }

        if (_isQueued)
        {
            ProcessEnd.Watch(this);
        }
    }

    internal string? Path => _run.Path;

    /// <summary>Decides what this run withholds.</summary>
    internal RunSecrets Secrets { get; }

    /// <summary>The subscribers, which receive each line once it is in the log.</summary>
    internal Subscribers Subscribers { get; }

    internal bool IsClosed => _closed;

    /// <summary>How many threads wait for their lines to be written, or for the turn. For tests.</summary>
    internal int Waiting
    {
        get
        {
            using var log = _gate.Hold();
            return log.Waiting.Turn.Waiting;
        }
    }

    internal StepLogHealth Health
    {
        get
        {
            using var log = _gate.Hold();
            return new(log.SoFar.Number, log.Losses.Total, log.Waiting.Late, _run.Blobs.Count)
            {
                QueuedBytes = log.Waiting.Queue?.Bytes ?? 0,
                Segment = log.SoFar.Files[^1].Number,
                LastFailure = log.Losses.LastReason,
                IsFailing = log.SoFar.IsFailing,
                Undelivered = Subscribers.Undelivered,
                SubscriberFailures = Subscribers.Failures,
                LastSubscriberFailure = Subscribers.LastFailure,
                WithheldValues = Secrets.Known.Count,
                WithheldValuesLeftOut = Secrets.Known.LeftOut,
            };
        }
    }

    internal void Begin(Line line, StepKind type) => line.Begin(type, _lines);

    internal Line NewLine(StepKind type) => _lines.New(type);

    /// <summary>Microseconds since the header.</summary>
    internal long Clock() => _clock.Elapsed();

    /// <summary>Microseconds since an earlier value of <see cref="Clock"/>.</summary>
    internal long Elapsed(long since) => Math.Max(0, Clock() - since);

    /// <summary>Called when a line could not even be made.</summary>
    internal void Lose(Exception cause) => _gate.Lose(cause);

    /// <summary>Writes the head now, whether it is due or not.</summary>
    internal void WriteHeadNow() => _head?.WriteNow();

    private StepReader NewReader() => new(_types, new BlobSource(_run.OpenNamed));
}
