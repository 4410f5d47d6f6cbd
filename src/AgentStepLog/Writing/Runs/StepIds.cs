using System.Security.Cryptography;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>The source of a log's ids. Tests use <see cref="Sequential"/>, so that a log has the same bytes every time.</summary>
[CLSCompliant(false)] // ids are unsigned 64-bit numbers
public abstract class StepIds
{
    /// <summary>Ids for real runs: run ids are ordered by time, and spans and nonces are random.</summary>
    public static StepIds Random { get; } = new RandomIds();

    /// <summary>
    /// Ids that count from 1. The header then does not describe the process (host, pid, runtime, trace). With a fixed <see cref="TimeProvider"/> as well, the same
    /// steps make the same bytes. Use it for tests only, because all such logs begin with the same bytes.
    /// </summary>
    /// <returns>A new sequence.</returns>
    public static StepIds Sequential() => new SequentialIds();

    /// <summary>Makes a run id, used where <see cref="StepLogOptions.RunId"/> is not set. It must match <c>[a-z0-9][a-z0-9._-]{0,127}</c>.</summary>
    /// <param name="now">The time at which the run starts.</param>
    public abstract string NewRunId(DateTimeOffset now);

    /// <summary>Makes the id of a call. It is unique within its run and not zero. Many threads call this method at once.</summary>
    public abstract ulong NewSpanId();

    /// <summary>Fills the 32 bytes that make the beginning of this log different from every other.</summary>
    /// <param name="nonce">The bytes to fill.</param>
    public abstract void FillNonce(Span<byte> nonce);

    /// <summary>Whether the header describes the host, process, runtime and trace.</summary>
    internal virtual bool DescribesProcess => true;

    private sealed class RandomIds : StepIds
    {
        public override string NewRunId(DateTimeOffset now) => TimeOrderedId.New(now);

        public override ulong NewSpanId()
        {
            // Span ids only have to be unique. The system's secure generator would cost more than the rest of the record.
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
