using System.Buffers.Text;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The state of a log as far as its readers may see it. Guarded by the log's lock.</summary>
internal sealed class LogSoFar(RunSecrets secrets, int keepSteps, Subscribers subscribers)
{
    private readonly Dictionary<ulong, OpenCall> _openIntents = [];

    internal SummaryBuilder Totals { get; } = new(secrets.Shaped.Withhold);

    internal StepRing Recent { get; } = new(keepSteps);

    /// <summary>The files, each with the length of its complete lines.</summary>
    internal List<(int Number, long Length)> Files { get; } = [];

    internal HeadKeeper? Head { get; set; }

    /// <summary>How many lines the log has.</summary>
    internal long Number { get; private set; }

    /// <summary>When the last line was written, in microseconds since 1970.</summary>
    internal long Timestamp { get; set; }

    /// <summary>Whether the last line could not be written.</summary>
    internal bool IsFailing { get; set; }

    internal bool HasEnd { get; private set; }

    /// <summary>Takes over the state of a run that is resumed.</summary>
    internal void GoOn(ResumedRun run)
    {
        Number = run.Scan.Lines;
        Files.AddRange(run.Scan.Files);
        foreach (var (span, place) in run.Scan.OpenCalls)
        {
            _openIntents[span] = place;
        }
    }

    /// <summary>Shows a line to readers.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stamp">The stamp that holds the line's bytes.</param>
    /// <param name="file">The file that the line is in.</param>
    /// <param name="start">The offset in the file where the stamp's bytes begin.</param>
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

    /// <summary>Writes the head, from which the run can be resumed.</summary>
    /// <returns>The files of the log.</returns>
    internal IReadOnlyList<(int Number, long Length)> WriteHead(JsonBuffer json, string runId, HeadPosition position)
    {
        HeadText.Begin(json, runId, Number, Files, position);
        HeadText.WriteIntents(json, _openIntents);
        json.Raw(HasEnd ? ",\"ended\":true,\"totals\":"u8 : ",\"ended\":false,\"totals\":"u8);
        Totals.WriteState(json);
        return [.. Files];
    }

    // Called before the line is counted, so that Number is this line's number.
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
