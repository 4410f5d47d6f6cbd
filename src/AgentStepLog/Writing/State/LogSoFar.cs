using System.Buffers.Text;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>What stands in a log so far, as far as others may know it. Guarded by the log's lock.</summary>
internal sealed class LogSoFar(RunSecrets secrets, int keepSteps, Subscribers subscribers)
{
    private readonly Dictionary<ulong, OpenCall> _openIntents = [];

    internal SummaryBuilder Totals { get; } = new(secrets.Shaped.Withhold);

    internal StepRing Recent { get; } = new(keepSteps);

    /// <summary>The files, and how far each has lines.</summary>
    internal List<(int Number, long Length)> Files { get; } = [];

    internal HeadKeeper? Head { get; set; }

    /// <summary>How many lines there are.</summary>
    internal long Number { get; private set; }

    /// <summary>When the last one was written.</summary>
    internal long Timestamp { get; set; }

    /// <summary>Whether the last line could not be written.</summary>
    internal bool IsFailing { get; set; }

    internal bool HasEnd { get; private set; }

    /// <summary>Goes on from what another log wrote.</summary>
    internal void GoOn(ResumedRun run)
    {
        Number = run.Scan.Lines;
        Files.AddRange(run.Scan.Files);
        foreach (var (span, place) in run.Scan.OpenCalls)
        {
            _openIntents[span] = place;
        }
    }

    /// <summary>From now on readers see a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stamp">What holds its bytes.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="start">Where in the file what holds its bytes begins.</param>
    internal void Publish(ref BatchLine line, LineStamp stamp, int file, long start)
    {
        Timestamp = line.Timestamp;
        var bytes = stamp.Line(line.Start, line.Length);
        Recent.Add(bytes);
        Totals.Elapsed(line.Elapsed);
        line.Facts.AddTo(Totals, line.Type);
        NoteIntent(ref line, file, start);
        Head?.Committed(stamp.Leaf(line.Leaf), line.Elapsed, line.Length);
        HasEnd |= line.Type == StepKind.RunEnd;
        Number++;
        subscribers.Committed(line.Type, bytes);
    }

    /// <summary>Writes what the log notes of itself, so that it can be gone on with.</summary>
    /// <returns>Its files.</returns>
    internal IReadOnlyList<(int Number, long Length)> WriteHead(JsonBuffer json, string runId, HeadPosition position)
    {
        HeadText.Begin(json, runId, Number, Files, position);
        HeadText.WriteIntents(json, _openIntents);
        json.Raw(HasEnd ? ",\"ended\":true,\"totals\":"u8 : ",\"ended\":false,\"totals\":"u8);
        Totals.WriteState(json);
        return [.. Files];
    }

    // Before the line counts.
    private void NoteIntent(ref BatchLine line, int file, long start)
    {
        if (line.Type == StepKind.Intent)
        {
            _openIntents[SpanOf(line.Fields.Span)] = new(Number, file, start + line.Start - 1);
        }
        else if (_openIntents.Count > 0 && line.Type is StepKind.LlmCall or StepKind.ToolCall or StepKind.AgentCall)
        {
            _openIntents.Remove(SpanOf(line.Fields.Span));
        }
    }

    private static ulong SpanOf(ReadOnlySpan<byte> fields)
    {
        var name = "\"span_id\":\""u8;
        var at = fields.IndexOf(name);
        return Utf8Parser.TryParse(fields.Slice(at + name.Length, 16), out ulong span, out _, 'x') ? span
            : throw new InvalidOperationException("The line of a call bears its id.");
    }
}
