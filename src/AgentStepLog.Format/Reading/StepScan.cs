using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>The steps of a log from its beginning to its end, one at a time, with the damage between them. Memory: a few of the longest lines.</summary>
/// <param name="name">The log's name, for messages.</param>
/// <param name="types">Typed steps.</param>
/// <param name="blobsOf">Returns the blobs of a run.</param>
/// <param name="run">The files of the run, where it is read from files.</param>
internal sealed class StepScan(string name, StepTypes? types, Func<string, BlobSource?> blobsOf, RunStream? run = null)
{
    private readonly LineReader _reader = new(runId => new(types, blobsOf(runId)));
    private long _next; // the number that the next line should have
    private long? _firstBad; // the first number without a step

    /// <exception cref="StepLogException">The stream is no log of version 1, or cannot be read.</exception>
    public IEnumerable<ScannedStep> Read(Stream stream)
    {
        using var lines = new LineScanner(stream);
        while (lines.Next())
        {
            var isLast = lines.IsLast;
            if (_reader.Read(lines, out var flaw) is not { } step)
            {
                if (!_reader.HasHeader)
                {
                    throw NotRead(flaw);
                }

                var isTornTail = isLast && _firstBad is null && run?.HasFinding != true;
                _firstBad ??= _next;
                _next++;
                yield return new(null, new(lines.Number, lines.Offset, 1, isTornTail, $"Damaged: {FindingText.Where(lines.Number)} {flaw}."));
                continue;
            }

            if (step is RunStartStep && step.Number > _next)
            {
                yield return Missed(step.Number, lines.Number, lines.Offset);
            }

            _next = step.Number + 1;
            yield return new(step, null);
        }

        if (!_reader.HasHeader)
        {
            throw NotRead(NotALog.Found([], isComplete: false)!.Value.What);
        }

        foreach (var finding in Findings())
        {
            yield return new(null, new(lines.Number + 1, lines.Offset + lines.Bytes + 1, 1, IsTornTail: false, $"Damaged: {finding.Text}"));
        }

        if (run?.Head is { } head && head.Segment > run.LastFile && head.Lines > _next)
        {
            yield return Missed(head.Lines, lines.Number + 1, lines.Offset);
        }
    }

    // Leaves out the findings that a flawed line has already reported.
    private IEnumerable<FileFinding> Findings() => run?.Findings().Where(finding => finding.Verdict != Verdict.SelfConsistent && !(_firstBad < finding.HoldsTo)) ?? [];

    // Reports the lines of a missing file, which was between others or the last one.
    private ScannedStep Missed(long next, long place, long offset)
    {
        _firstBad ??= _next;
        return new(null, new(place, offset, next - _next, IsTornTail: false, FindingText.NotThere(_next, next - 1) + FindingText.Missing(run?.Missing)));
    }

    private StepLogException NotRead(string why)
    {
        _firstBad ??= 0;
        return new(_reader.Reason, NotALog.Refusal(name, why) + string.Concat(Findings().Select(static finding => " " + finding.Text)));
    }
}
