using System.Globalization;
using System.Runtime.CompilerServices;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Directories;

/// <summary>The steps of a run while it is written. Where a sync failed, what stands again in a next file was given before, and is passed over there.</summary>
/// <param name="directory">The run's directory.</param>
/// <param name="runId">The run.</param>
/// <param name="readerOf">Reads the lines of a run of that id, which a renamed file's lines alone tell.</param>
/// <param name="whole">The run from its beginning, as it is by then.</param>
internal sealed class RunFollow(string directory, string runId, Func<string, StepReader> readerOf, StepSequence whole)
{
    // A line has at most 64 KiB, so that this many take at most 4 MiB.
    private const int StepsAtATime = 64;

    private readonly RunFiles _run = new(DiskFiles.Instance, directory, runId, durable: false);
    private StepReader? _reader;
    private LogSegment? _file;
    private LogSegment? _last;
    private long _offset; // in it, behind the last line that was looked at
    private long _next; // the number of the step to come
    private long _segment; // of the last header that was given
    private bool _hasEnded;

    /// <summary>Each enumeration follows the run by itself, from its beginning.</summary>
    public static async IAsyncEnumerable<Step> Steps(Func<RunFollow> begin, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in begin().Steps(interval, cancellationToken).ConfigureAwait(false))
        {
            yield return step;
        }
    }

    private async IAsyncEnumerable<Step> Steps(TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var hasMore = true; hasMore || !_hasEnded;)
        {
            var part = await Task.Run(() => Read(cancellationToken), cancellationToken).ConfigureAwait(false);
            hasMore = part.Count == StepsAtATime; // the end may be followed by its appendix
            foreach (var step in part)
            {
                yield return Given(step);
            }

            if (_file is { IsPacked: true } && _last is { } last)
            {
                // To unpack it again for each part would take time by the square of its length.
                await foreach (var step in whole.ReadInBackground(cancellationToken).ConfigureAwait(false))
                {
                    if (IsNew(step))
                    {
                        yield return Given(step);
                    }
                }

                (_file, _offset, _hasEnded) = (last, 0, _hasEnded || last.IsPacked); // a compressed file is not written any more
            }
            else if (part.Count == 0 && !_hasEnded)
            {
                await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A header stands at the beginning of each file, before lines that may have been given.
    private bool IsNew(Step step) => step.Number >= _next || (step is RunStartStep { Segment: var segment } && segment > _segment);

    // Behind the end nothing but its appendix follows, which stands there by then or never.
    private Step Given(Step step)
    {
        _next = Math.Max(_next, step.Number + 1);
        _segment = step is RunStartStep { Segment: var segment } ? Math.Max(_segment, segment) : _segment;
        _hasEnded = RecordTypes.Named(step.Type)?.Role switch
        {
            ChainRole.End => true,
            ChainRole.Appendix => _hasEnded,
            _ => false,
        };
        return step;
    }

    private List<Step> Read(CancellationToken cancellationToken)
    {
        try
        {
            var files = RunListing.Find(_run.Files, new(_run.Files, directory), runId).Files;
            var unread = files.Where(file => file.Number >= (_file?.Number ?? 1)).ToList();
            if (unread is not [var first, .. var later] || (_file is not null && first.Number != _file.Number))
            {
                throw new FileNotFoundException($"The run {runId} is not in {directory} any more.");
            }

            (_file, _last) = (first, files[^1]);
            var steps = ReadFile(first, cancellationToken);
            if (steps.Count == 0 && !first.IsPacked && later is [var next, ..])
            {
                (_file, _offset) = (next, 0);
                steps = ReadFile(next, cancellationToken);
            }

            return steps;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"The run {runId} in {directory} cannot be followed: {e.Message}", e);
        }
    }

    // Its whole lines from where the last look ended.
    private List<Step> ReadFile(LogSegment file, CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        if (file.IsPacked)
        {
            return steps;
        }

        using var stream = file.Read(_run.Files);
        GoOn(stream, file);
        using var lines = new LineScanner(stream, cancellationToken);
        while (steps.Count < StepsAtATime && lines.Next() && (lines.IsComplete || lines.IsTooLong))
        {
            var step = Step(lines, file);
            if (step is RunStartStep && step.Number > _next + steps.Count)
            {
                throw new StepLogException($"{FindingText.NotThere(_next + steps.Count, step.Number - 1)} A file of the run before {file.Path} is gone.");
            }

            if (IsNew(step))
            {
                steps.Add(step);
            }

            _offset += lines.Bytes + 1;
        }

        return steps;
    }

    // What was given ended with a line's end. Where that is gone, more would be waited for that never comes, or taken up in the middle of a line.
    private void GoOn(Stream stream, LogSegment file)
    {
        stream.Position = Math.Max(0, _offset - 1);
        if (_offset > 0 && stream.ReadByte() != '\n')
        {
            throw new StepLogException(string.Create(CultureInfo.InvariantCulture,
                $"{file.Path} was cut, or replaced, while it was followed: its steps were given up to byte {_offset}, and no line ends there any more. It has {stream.Length} bytes now."));
        }
    }

    private Step Step(LineScanner lines, LogSegment file)
    {
        try
        {
            return (lines.IsTooLong ? "is longer than a line may be" : LineTail.Flaw(lines.Line.Span)) is { } flaw
                ? throw new FormatException(flaw)
                : (_reader ??= readerOf(new StepReader(null, null).Read(lines.Line.ToArray()).RunId)).Read(lines.Line.ToArray());
        }
        catch (FormatException e)
        {
            throw new StepLogException(string.Create(CultureInfo.InvariantCulture, $"Damaged: the line at byte {_offset} of {file.Path} {e.Message}."), e);
        }
    }
}
