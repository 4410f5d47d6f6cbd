using System.Security.Cryptography;
using AgentStepLog.Integrity;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// Keys outside of the log, one for each subject: a person, a customer. With a key ring, each withheld value leaves a commitment in the log, by which the
/// holder of the ring can confirm the value later. After a subject's key is erased, no confirmation is possible any more. The log stays whole and verifies.
/// Derive from this class to keep the keys elsewhere, such as in a key management service. It is used by several threads at once.
/// </summary>
public abstract class KeyRing
{
    /// <summary>Makes a new ring in a file that only its owner can read.</summary>
    /// <param name="path">The file. Its folder must exist, and no log may be written to that folder: such a log does not start.</param>
    /// <exception cref="StepLogException">The file cannot be made, or is there already: keys are never overwritten.</exception>
    public static KeyRing Create(string path) => FileKeyRing.Create(path);

    /// <summary>Opens a ring in a file that <see cref="Create"/> made.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StepLogException">The file is not there, cannot be read, can be read by others, or is no key ring.</exception>
    public static KeyRing Open(string path) => FileKeyRing.Open(path);

    /// <summary>The subject of a run that is its own subject, as <c>WhenNoSubject.UseRun</c> makes it.</summary>
    /// <param name="runId">The run's id.</param>
    public static string SubjectOfRun(string runId)
    {
        ArgumentNullException.ThrowIfNull(runId);
        return "run:" + runId;
    }

    /// <summary>Erases a subject's key for good. An open run keeps its derived key until it is closed.</summary>
    /// <param name="subject">The subject.</param>
    /// <returns>Whether there was a key.</returns>
    /// <exception cref="StepLogException">The key could not be erased.</exception>
    public abstract bool Erase(string subject);

    /// <summary>
    /// Derives a run's key from the subject's key: 32 bytes that are always the same for that subject and run, and that reveal nothing about other runs. The
    /// HMAC-SHA-256 of the run's id is such a key.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="create">Whether to make a key for a subject that has none.</param>
    /// <param name="key">Receives the key.</param>
    /// <returns>False if the subject has no key.</returns>
    protected abstract bool TryDerive(string subject, string runId, bool create, Span<byte> key);

    /// <summary>Checks whether a value is the one that was withheld.</summary>
    /// <param name="subject">The subject of the run.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="withheld">The entry of the step that withheld it.</param>
    /// <param name="value">The value. For a token in a text: the token as a JSON string. For a <c>[Sensitive]</c> value: its JSON.</param>
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

    /// <summary>Refuses a log in the directory of the keys.</summary>
    /// <exception cref="StepLogException">The log would be written there.</exception>
    internal virtual void RefuseBeside(string directory)
    {
        // Only a ring in a file has a place on the disk.
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
