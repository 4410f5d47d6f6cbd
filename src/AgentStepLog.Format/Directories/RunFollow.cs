using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Directories;

/// <summary>The steps of a run while it is written. After a failed sync the next file repeats steps of the file before it. They are not returned twice.</summary>
/// <param name="directory">The run's directory.</param>
/// <param name="runId">The run.</param>
/// <param name="readerOf">Makes the reader for a run's id. The id comes from the lines, since the file may have been renamed.</param>
/// <param name="whole">The run from its beginning, as it is when this is read.</param>
internal sealed class RunFollow(string directory, string runId, Func<string, StepReader> readerOf, StepSequence whole)
{
    // A line has at most 64 KiB, so that this number of steps takes at most 4 MiB.
    private const int StepsAtATime = 64;

    private readonly RunFiles _run = new(DiskFiles.Instance, directory, runId, durable: false);
    private readonly LineReader _reader = new(readerOf);
    private FollowedFile? _file;
    private LogSegment? _last;
    private long _next; // the number of the next step
    private long _segment; // the segment that the last returned header names
    private bool _hasEnded;

    /// <summary>Each enumeration follows the run independently, from its beginning.</summary>
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
            var part = new List<Step>();
            var failure = await Task.Run(() => Fill(part, cancellationToken), cancellationToken).ConfigureAwait(false);
            hasMore = part.Count == StepsAtATime; // an appendix may follow the end
            foreach (var step in part)
            {
                yield return Given(step);
            }

            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            if (_file is { Segment.IsPacked: true } && _last is { } last)
            {
                // To unpack the file again for each part would take time by the square of its length.
                await foreach (var step in whole.ReadInBackground(cancellationToken).ConfigureAwait(false))
                {
                    _reader.GoOn(step.RunId);
                    if (IsNew(step))
                    {
                        yield return Given(step);
                    }
                }

                (_file, _hasEnded) = (Begin(last), _hasEnded || last.IsPacked); // a compressed file is not written any more
            }
            else if (part.Count == 0 && !_hasEnded)
            {
                await Task.Delay(interval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Each file begins with a header. The lines that follow it may have been returned before, from the file before it.
    private bool IsNew(Step step) => step.Number >= _next || (step is RunStartStep { Segment: var segment } && segment > _segment);

    // After the end only an appendix may follow. It is written together with the end, or never.
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

    // The steps that were read before a failure are returned before the failure.
    private StepLogException? Fill(List<Step> part, CancellationToken cancellationToken)
    {
        try
        {
            Read(part, cancellationToken);
            return null;
        }
        catch (StepLogException e)
        {
            return e;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(FileTrouble.ReasonOf(e), $"The run {runId} in {directory} cannot be followed: {e.Message}", e);
        }
    }

    private void Read(List<Step> part, CancellationToken cancellationToken)
    {
        var files = RunListing.Find(_run.Files, new(_run.Files, directory), runId).Files;
        var unread = files.Where(file => file.Number >= (_file?.Segment.Number ?? 1)).ToList();
        if (unread is not [var first, ..] || (_file is not null && first.Number != _file.Segment.Number))
        {
            throw new FileNotFoundException($"The run {runId} is not in {directory} any more.");
        }

        _last = files[^1];
        _file ??= new(first, 0, _reader);
        _file.Segment = first;
        Add(_file, LogSegment.Beyond(unread, 0), part, cancellationToken);
        if (part.Count == 0 && !first.IsPacked && unread is [_, var next, ..])
        {
            _file = Begin(next);
            Add(_file, LogSegment.Beyond(unread, 1), part, cancellationToken);
        }
    }

    private FollowedFile Begin(LogSegment file) => new(file, file.First ?? _next, _reader);

    private void Add(FollowedFile file, long? beyond, List<Step> part, CancellationToken cancellationToken)
    {
        if (file.Segment.IsPacked)
        {
            return;
        }

        foreach (var step in file.Read(_run.Files, beyond, cancellationToken))
        {
            if (step is RunStartStep && step.Number > _next + part.Count)
            {
                throw new StepLogException(StepLogErrorReason.Damaged, $"{FindingText.NotThere(_next + part.Count, step.Number - 1)} A file of the run before {file.Segment.Path} is gone.");
            }

            if (IsNew(step))
            {
                part.Add(step);
            }

            if (part.Count == StepsAtATime)
            {
                break;
            }
        }
    }
}
