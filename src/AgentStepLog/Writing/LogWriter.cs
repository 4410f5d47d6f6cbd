using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

/// <summary>
/// Writes a log's lines: numbers them, chains them, keeps the totals. What cannot be written never disturbs the caller; it is
/// counted, and told in the log once writing works again.
/// </summary>
internal sealed partial class LogWriter : IBlobStore
{
    private readonly object _gate = new();
    private readonly RunFiles _run;
    private readonly SegmentFile _segment;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly byte[] _runIdUtf8;
    private readonly int _inlineLimit;
    private readonly TokenScanner _tokens;
    private readonly SummaryBuilder _totals;
    private readonly StepRing _recent;
    private readonly Losses _losses;
    private readonly StepTypes? _types;
    private readonly byte[] _previous = new byte[SHA256.HashSizeInBytes];
    private long _number;
    private long _timestamp;
    private long _elapsed;
    private long _late;
    private int _open;
    private bool _ending;
    private volatile bool _closed;

    /// <summary>Writes the header.</summary>
    /// <exception cref="Exception">It could not be written; what was made for it is the caller's to take away.</exception>
    internal LogWriter(StepLogOptions options, RunFiles run, SegmentFile first, StepTypes? types)
    {
        _run = run;
        _segment = first;
        _types = types;
        _time = options.TimeProvider;
        _startedAt = _time.GetTimestamp();
        _runIdUtf8 = Encoding.ASCII.GetBytes(run.RunId);
        _inlineLimit = options.InlineLimit;
        _tokens = options.Redaction.Scanner;
        _totals = new(_tokens.Redact);
        _losses = new(_tokens);
        _recent = new(options.KeepSteps);
        Subscribers = new(NewReader);
        options.Ids.FillNonce(_previous);

        var header = NewLine(LineType.RunStart);
        RunHeader.Write(header, options, options.Manifest is { } manifest ? Store(manifest) : null);
        header.Fit();
        Put(header, default);
    }

    internal string? Path => _run.Path;

    internal bool IsClosed => _closed;

    internal StepLogHealth Health
    {
        get
        {
            lock (_gate)
            {
                return new(_number, _losses.Total, _late, _run.Blobs.Count) { Undelivered = Subscribers.Undelivered, SubscriberFailures = Subscribers.Failures };
            }
        }
    }

    internal void Begin(Line line, LineType type) => line.Begin(type, this, _inlineLimit, _tokens);

    internal Line NewLine(LineType type)
    {
        var line = new Line();
        Begin(line, type);
        return line;
    }

    /// <summary>Microseconds since the header.</summary>
    internal long Clock() => Math.Max(0, _time.GetElapsedTime(_startedAt).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since a reading of <see cref="Clock"/>.</summary>
    internal long Elapsed(long since) => Math.Max(0, Clock() - since);

    internal void CallBegins() => Interlocked.Increment(ref _open);

    /// <summary>A call returned what has not run yet: it is not open until that runs.</summary>
    internal void CallRests() => Interlocked.Decrement(ref _open);

    /// <summary>Writes the outcome of a call that began here.</summary>
    internal void CallEnds(Line line, in StepFacts facts)
    {
        lock (_gate)
        {
            Interlocked.Decrement(ref _open);
            Write(line, facts);
        }
    }

    /// <summary>The call's line could not even be made.</summary>
    internal void CallIsLost(Exception cause)
    {
        lock (_gate)
        {
            Interlocked.Decrement(ref _open);
            _losses.AddLine(cause, _timestamp);
        }
    }

    /// <summary>A call ended, or an event came, after the log was closed.</summary>
    internal void CountLate(bool wasOpen)
    {
        lock (_gate)
        {
            _late++;
            Interlocked.Add(ref _open, wasOpen ? -1 : 0);
        }
    }

    /// <summary>Writes a line that is no call's outcome.</summary>
    internal void Append(Line line)
    {
        lock (_gate)
        {
            Write(line, default);
        }
    }

    internal void Lose(Exception cause)
    {
        lock (_gate)
        {
            _losses.AddLine(cause, _timestamp);
        }
    }

    /// <summary>Writes <c>run_end</c> and closes the log.</summary>
    /// <returns>False if it was closed already.</returns>
    internal bool End(RunEnd end)
    {
        var line = NewLine(LineType.RunEnd);
        end.Write(line);
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            WriteUnfinished();
            try
            {
                _elapsed = Math.Max(_elapsed, Clock());
                _ending = true; // the line states the run's duration, so its own time is that one
                _totals.Elapsed(_elapsed);
                RunTotals.Write(line, _totals.ToSummary());
                line.Fit();
                Write(line, default);
            }
            catch (Exception e)
            {
                _losses.AddLine(e, _timestamp); // the clock may be the user's
            }

            _closed = true;
            CloseFile();
            return true;
        }
    }

    private void CloseFile()
    {
        try
        {
            _segment.Close();
        }
        catch (Exception e)
        {
            _losses.AddAll(e, _number, _timestamp);
        }
    }

    private void WriteUnfinished()
    {
        if (Volatile.Read(ref _open) is > 0 and var count)
        {
            var line = NewLine(LineType.Event);
            line.Label("name"u8, "unfinished_steps");
            line.Name("data"u8);
            line.Json.Raw("{\"count\":"u8);
            line.Json.Number(count);
            line.Json.Byte((byte)'}');
            Write(line, default);
        }
    }

    private void Write(Line line, in StepFacts facts)
    {
        if (_closed)
        {
            _late++;
            return;
        }

        try
        {
            TellLosses();
            Put(line, facts);
        }
        catch (Exception e)
        {
            _losses.AddLine(e, _timestamp);
        }
    }

    private void TellLosses()
    {
        if (_losses.Untold)
        {
            var gap = NewLine(LineType.Gap);
            _losses.Write(gap);
            Put(gap, default);
            _losses.Told();
        }
    }

    /// <summary>Microseconds since the Unix epoch.</summary>
    private long Now() => (_time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private void Put(Line line, in StepFacts facts)
    {
        _timestamp = Now();
        _elapsed = _ending ? _elapsed : Math.Max(_elapsed, Clock());
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = line.Stamp(_runIdUtf8, _number, _timestamp, _elapsed, _previous, leaf);
        _segment.Append(bytes);

        leaf.CopyTo(_previous);
        _number++;
        _recent.Add(bytes[..^1]);
        _totals.Elapsed(_elapsed);
        facts.AddTo(_totals, line.Type);
        Subscribers.Committed(line.Type, bytes[..^1]);
    }
}
