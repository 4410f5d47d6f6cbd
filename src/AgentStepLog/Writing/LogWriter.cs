using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes a log's lines: numbers them, chains them, keeps the totals. What cannot be written never disturbs the caller; it is
/// counted, and told in the log once writing works again.
/// </summary>
/// <remarks>
/// Two things guard its state, and each is a type. The lock (<see cref="LogGate"/>) is held for moments, and never while a file is touched: queues, totals,
/// losses, and how far the log is for readers. The turn (<see cref="Pen"/>) is held by the one thread that writes: the chain, the file, the batch.
/// No code of the user's runs under either.
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

    /// <summary>Writes the header, or goes on with a run that has one.</summary>
    /// <exception cref="Exception">It could not be written; what was made for it is the caller's to take away.</exception>
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

    /// <summary>What this run withholds by.</summary>
    internal RunSecrets Secrets { get; }

    /// <summary>Who is told of each line once it stands in the log.</summary>
    internal Subscribers Subscribers { get; }

    internal bool IsClosed => _closed;

    /// <summary>How many threads wait for their lines, or for the turn. For tests.</summary>
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

    /// <summary>Microseconds since a reading of <see cref="Clock"/>.</summary>
    internal long Elapsed(long since) => Math.Max(0, Clock() - since);

    /// <summary>A line could not even be made.</summary>
    internal void Lose(Exception cause) => _gate.Lose(cause);

    /// <summary>Writes the head as if it were time to.</summary>
    internal void WriteHeadNow() => _head?.WriteNow();

    private StepReader NewReader() => new(_types, new BlobSource(_run.OpenNamed));
}
