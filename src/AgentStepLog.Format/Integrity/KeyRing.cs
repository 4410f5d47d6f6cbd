using System.Security.Cryptography;
using AgentStepLog.Integrity;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// Keys outside of the log, one per subject: a person, a customer. With one, what is withheld leaves a commitment in the log, by which the
/// holder of the ring can confirm later that a value was that one. Erase a subject's key, and nobody can; the log stays whole and verifies.
/// Derive from it to keep the keys elsewhere, such as in a key management service. Used by several threads at once.
/// </summary>
public abstract class KeyRing
{
    /// <summary>Makes a new ring in a file that only its owner can read.</summary>
    /// <param name="path">The file; its folder exists, and is not one that a log is written to: such a log does not start.</param>
    /// <exception cref="StepLogException">It cannot be made, or is there already: keys are never written over.</exception>
    public static KeyRing Create(string path) => FileKeyRing.Create(path);

    /// <summary>A ring in a file that <see cref="Create"/> made.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StepLogException">It is not there, cannot be read, others can read it, or it is no key ring.</exception>
    public static KeyRing Open(string path) => FileKeyRing.Open(path);

    /// <summary>The subject that a run is by itself where nothing says whose values it withholds (<c>WhenNoSubject.UseRun</c>).</summary>
    /// <param name="runId">The run.</param>
    public static string SubjectOfRun(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        return "run:" + runId;
    }

    /// <summary>Erases a subject's key, for good. A run that is open keeps the key that it derived until it is closed.</summary>
    /// <param name="subject">The subject.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="StepLogException">It could not be erased.</exception>
    public abstract bool Erase(string subject);

    /// <summary>
    /// Derives a run's key from that of the subject: 32 bytes that are always the same for both, and tell nothing of other runs, such as the
    /// HMAC-SHA-256 of the run's id.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="create">Whether to make a key for a subject that has none.</param>
    /// <param name="key">Takes the key.</param>
    /// <returns>False if the subject has none.</returns>
    protected abstract bool TryDerive(string subject, string runId, bool create, Span<byte> key);

    /// <summary>Whether a value is the one that was withheld.</summary>
    /// <param name="subject">The subject of the run.</param>
    /// <param name="runId">The run.</param>
    /// <param name="withheld">The entry of the step that withheld it.</param>
    /// <param name="value">The value: of a token in a text the token, as a JSON string; of what is <c>[Sensitive]</c> the value's JSON.</param>
    public WithheldConfirmation Confirm(string subject, string runId, WithheldValue withheld, JsonText value)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(runId);
        ArgumentNullException.ThrowIfNull(withheld);
        if (withheld.Commit is not { } commit)
        {
            return WithheldConfirmation.NoCommitment;
        }

        var key = new byte[Commitments.KeyBytes];
        if (!TryDerive(subject, runId, create: false, key))
        {
            return WithheldConfirmation.NoKey;
        }

        var confirmation = new Commitments(key).Confirm(commit, withheld.At, BlobReferences.AsInLine(value).Utf8);
        CryptographicOperations.ZeroMemory(key);
        return confirmation;
    }

    /// <summary>Refuses a log that would be written where the keys lie.</summary>
    /// <exception cref="StepLogException">It would.</exception>
    internal virtual void RefuseBeside(string directory)
    {
        // Only a ring in a file knows where it lies.
    }

    /// <exception cref="StepLogException">The ring failed, or made no key.</exception>
    internal Commitments ForRun(string subject, string runId)
    {
        var key = new byte[Commitments.KeyBytes];
        return TryDerive(subject, runId, create: true, key) ? new(key)
            : throw new StepLogException(StepLogErrorReason.Refused, $"The key ring gave no key for the subject of the run {runId}.");
    }

    /// <returns>Null where the subject has no key.</returns>
    /// <exception cref="StepLogException">The ring failed.</exception>
    internal Commitments? Find(string subject, string runId)
    {
        var key = new byte[Commitments.KeyBytes];
        return TryDerive(subject, runId, create: false, key) ? new(key) : null;
    }
}
