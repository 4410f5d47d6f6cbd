using System.Globalization;
using System.Runtime.CompilerServices;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Directories;

/// <summary>The steps of a run while it is written. Where a sync failed, what stands again in a next file was given before, and is passed over there.</summary>
internal sealed class RunFollow(string directory, string runId, StepReader reader)
{
    // A line has at most 64 KiB, so that this many take at most 4 MiB.
    private const int StepsAtATime = 64;

    private readonly RunFiles _run = new(DiskFiles.Instance, directory, runId, durable: false);
    private LogSegment? _file;
    private long _offset; // in it, behind the last line that was given
    private long _next; // the number of the step to come

    public async IAsyncEnumerable<Step> Steps(TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var part = await Task.Run(Read, cancellationToken).ConfigureAwait(false);
            foreach (var step in part)
            {
                yield return step;
            }

            if (part.FindLast(static step => Role(step) != ChainRole.Appendix) is { } last && Role(last) == ChainRole.End)
            {
                yield break;
            }

            if (part.Count == 0)
            {
                await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ChainRole Role(Step step) => RecordTypes.Named(step.Type)?.Role ?? ChainRole.None;

    private List<Step> Read()
    {
        try
        {
            var files = RunListing.Find(_run.Files, new(_run.Files, directory), runId).Files;
            _file = files.Find(file => file.Number == (_file?.Number ?? 1)) ?? throw new FileNotFoundException($"The run {runId} is not in {directory} any more.");
            var steps = ReadFile(_file);
            if (steps.Count == 0 && files.Find(file => file.Number > _file.Number) is { } next)
            {
                (_file, _offset) = (next, 0);
                steps = ReadFile(next);
            }

            return steps;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"The run {runId} in {directory} cannot be followed: {e.Message}", e);
        }
    }

    // Its whole lines from where the last look ended. One that was compressed meanwhile is read again, and what was given before is passed over.
    private List<Step> ReadFile(LogSegment file)
    {
        var steps = new List<Step>();
        using var stream = file.Read(_run.Files);
        var start = 0L;
        if (stream is LogFileStream plain)
        {
            plain.Position = start = _offset;
        }

        using var lines = new LineScanner(stream);
        while (steps.Count < StepsAtATime && lines.Next() && (lines.IsComplete || file.IsPacked))
        {
            if (start + lines.Offset >= _offset && Step(lines, file) is { } step && (step.Number >= _next || (step is RunStartStep && lines.Offset == 0 && start == 0)))
            {
                steps.Add(step);
                _next = Math.Max(_next, step.Number + 1);
            }

            _offset = Math.Max(_offset, start + lines.Offset + lines.Bytes + 1);
        }

        return steps;
    }

    private Step Step(LineScanner lines, LogSegment file)
    {
        try
        {
            return lines.IsTooLong || !lines.IsComplete || LineTail.Flaw(lines.Line.Span) is not null
                ? throw new FormatException(LineTail.Flaw(lines.Line.Span) ?? "is longer than a line may be, or has no end")
                : reader.Read(lines.Line.ToArray());
        }
        catch (FormatException e)
        {
            throw new StepLogException(string.Create(CultureInfo.InvariantCulture, $"Damaged: the line at byte {_offset} of {file.Path} {e.Message}."), e);
        }
    }
}
