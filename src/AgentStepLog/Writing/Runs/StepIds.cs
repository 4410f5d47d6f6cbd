using System.Security.Cryptography;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>Where a log takes its ids from. Tests take <see cref="Sequential"/>, so that a log is the same bytes every time.</summary>
[CLSCompliant(false)] // ids are 64 bits without a sign
public abstract class StepIds
{
    /// <summary>Ids for real runs: run ids ordered by time, spans and nonces from the system's random generator.</summary>
    public static StepIds Random { get; } = new RandomIds();

    /// <summary>
    /// Ids that count from 1. The header then says nothing of the process (host, pid, runtime, trace), so that together with a
    /// fixed <see cref="TimeProvider"/> the same steps make the same bytes. For tests: such logs all begin alike.
    /// </summary>
    /// <returns>A new sequence.</returns>
    public static StepIds Sequential() => new SequentialIds();

    /// <summary>Makes a run id, used where <see cref="StepLogOptions.RunId"/> is not set. It must match <c>[a-z0-9][a-z0-9._-]{0,127}</c>.</summary>
    /// <param name="now">The time at which the run starts.</param>
    public abstract string NewRunId(DateTimeOffset now);

    /// <summary>Makes the id of a call, unique within its run and not zero. Called by many threads at once.</summary>
    public abstract ulong NewSpanId();

    /// <summary>Fills the 32 bytes that set the beginning of this log apart from every other.</summary>
    /// <param name="nonce">What to fill.</param>
    public abstract void FillNonce(Span<byte> nonce);

    /// <summary>Whether the header names host, process, runtime and trace.</summary>
    internal virtual bool DescribesProcess => true;

    private sealed class RandomIds : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => TimeOrderedId.New(now);

        public override ulong NewSpanId()
        {
            // Uniqueness is all that is asked of them; the system's generator would cost more than the rest of the record.
            ulong id;
            do
            {
                id = (ulong)System.Random.Shared.NextInt64(long.MinValue, long.MaxValue);
            }
            while (id == 0);
            return id;
        }

        public override void FillNonce(Span<byte> nonce) => RandomNumberGenerator.Fill(nonce);
    }

    private sealed class SequentialIds : StepIds
    {
        private long _runs;
        private long _spans;

        internal override bool DescribesProcess => false;

        public override string NewRunId(DateTimeOffset now) => $"run-{Interlocked.Increment(ref _runs)}";

        public override ulong NewSpanId() => (ulong)Interlocked.Increment(ref _spans);

        public override void FillNonce(Span<byte> nonce) => nonce.Clear();
    }
}
