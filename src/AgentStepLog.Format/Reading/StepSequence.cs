using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>The steps of a log, one at a time.</summary>
internal static class StepSequence
{
    // A line has at most 64 KiB, so that this many take at most 4 MiB.
    private const int StepsAtATime = 64;

    public static IEnumerable<ScannedStep> Scan(RunStream stream, string path, StepTypes? types, StepLogReadOptions? options) =>
        new StepScan(path, types, runId => WellFormedRunId.Flaw(runId) is null ? new(BlobSource.InFolder(stream.Named, runId), options) : null, stream).Read(stream);

    public static IEnumerable<Step> Of(string path, StepTypes? types, StepLogReadOptions? options, Action<LogDamage>? onDamage)
    {
        using var stream = RunStream.Open(path, options ?? StepLogReadOptions.Default);
        foreach (var (step, damage) in Scan(stream, path, types, options))
        {
            if (step is not null)
            {
                yield return step;
            }
            else if (onDamage is not null)
            {
                onDamage(damage!);
            }
            else
            {
                throw new StepLogException($"{path}: {damage!.Message} To read the steps behind it, pass an onDamage.");
            }
        }
    }

    /// <summary>Reads on threads of the pool, a part of the log at a time.</summary>
    public static async IAsyncEnumerable<Step> InBackground(IEnumerable<Step> steps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var log = steps.GetEnumerator();
        var part = new List<Step>();
        for (var hasMore = true; hasMore;)
        {
            part.Clear();
            (hasMore, var failure) = await Task.Run(() => Fill(log, part, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var step in part)
            {
                yield return step;
            }

            failure?.Throw();
        }
    }

    // What was read before a failure comes before it.
    private static (bool HasMore, ExceptionDispatchInfo? Failure) Fill(IEnumerator<Step> log, List<Step> part, CancellationToken cancellationToken)
    {
        try
        {
            while (part.Count < StepsAtATime)
            {
                cancellationToken.ThrowIfCancellationRequested();
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
