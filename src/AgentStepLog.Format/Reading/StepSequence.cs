using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>The steps of a run, one at a time.</summary>
/// <param name="path">The path of one of the run's files.</param>
/// <param name="types">Typed steps.</param>
/// <param name="options">The limits of reading.</param>
/// <param name="onDamage">Called for damage; null where damage ends the reading with an exception.</param>
/// <param name="names">The names in the run's directory, where they were listed before.</param>
internal sealed class StepSequence(string path, StepTypes? types, StepLogReadOptions? options, Action<LogDamage>? onDamage = null, Func<DirectoryNames>? names = null)
{
    // A line has at most 64 KiB, so that this number of steps takes at most 4 MiB.
    private const int StepsAtATime = 64;

    private readonly StepLogReadOptions _options = StepLogReadOptions.Checked(options);

    public IEnumerable<ScannedStep> Scan(CancellationToken cancellationToken = default)
    {
        using var stream = RunStream.Open(path, _options, names, cancellationToken);
        foreach (var scanned in new StepScan(path, types, runId => WellFormedRunId.Flaw(runId) is null ? new(BlobSource.InFolder(stream.Named, runId), _options) : null, stream).Read(stream))
        {
            yield return scanned;
        }
    }

    public IEnumerable<Step> Read()
    {
        foreach (var scanned in Scan())
        {
            if (Taken(scanned) is { } step)
            {
                yield return step;
            }
        }
    }

    /// <summary>Reads on threads of the pool, a part of the log at a time. Damage is reported at its place, as by <see cref="Read"/>.</summary>
    public async IAsyncEnumerable<Step> ReadInBackground([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var log = Scan(cancellationToken).GetEnumerator();
        var part = new List<ScannedStep>();
        for (var hasMore = true; hasMore;)
        {
            part.Clear();
            (hasMore, var failure) = await Task.Run(() => Fill(log, part), cancellationToken).ConfigureAwait(false);
            foreach (var scanned in part)
            {
                if (Taken(scanned) is { } step)
                {
                    yield return step;
                }
            }

            failure?.Throw();
        }
    }

    private Step? Taken(ScannedStep scanned)
    {
        if (scanned.Damage is { } damage)
        {
            (onDamage ?? throw new StepLogException(StepLogErrorReason.Damaged, $"{path}: {damage.Message} To read the steps behind it, pass an onDamage."))(damage);
        }

        return scanned.Step;
    }

    // The steps that were read before a failure are returned before the failure.
    private static (bool HasMore, ExceptionDispatchInfo? Failure) Fill(IEnumerator<ScannedStep> log, List<ScannedStep> part)
    {
        try
        {
            while (part.Count < StepsAtATime)
            {
                if (!log.MoveNext())
                {
                    return (false, null);
                }

                part.Add(log.Current);
            }

            return (true, null);
        }
        catch (Exception e)
        {
            return (false, ExceptionDispatchInfo.Capture(e));
        }
    }
}
