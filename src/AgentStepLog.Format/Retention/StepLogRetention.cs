using AgentStepLog.Files;
using AgentStepLog.Retention;

namespace AgentStepLog;

/// <summary>Drops whole runs of a directory by age, size or person, and reports which were dropped and why the others stayed.</summary>
public static class StepLogRetention
{
    /// <summary>
    /// Drops runs by person, by age, and then the oldest by size. All files of a run are dropped, with its blobs and its head, and the manifests and tool sets that
    /// no run names any more. A run that is being written is never dropped. An abandoned or damaged run is dropped only where the policy says so. Each run is
    /// verified before it is dropped, which reads all of it; a policy that drops both abandoned and damaged runs skips that. A run of a later format version stays.
    /// Other files in the directory stay.
    /// </summary>
    /// <param name="directory">
    /// The directory of the logs. If it is not there, there are no runs to drop. If it is not there and the policy names a person, that is an error.
    /// </param>
    /// <param name="policy">Which runs to drop.</param>
    /// <exception cref="StepLogException">
    /// The directory cannot be read, or it is not there and the policy names a person. Or the policy names a subject and the key ring has no key of it, or fails.
    /// Nothing was dropped.
    /// </exception>
    /// <exception cref="ArgumentException">The policy names a subject and no key ring, or one of its properties is out of range.</exception>
    public static RetentionReport Apply(string directory, RetentionPolicy policy)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(policy);
        policy = RetentionPolicy.Checked(policy);
        if (policy is not { UserId: null, Subject: null } && !Directory.Exists(directory))
        {
            throw new StepLogException(
                StepLogErrorReason.NotFound, $"There is no directory \"{Path.GetFullPath(directory)}\", so no run of the user or subject that the policy names was dropped. Name the directory in which the logs are.");
        }

        try
        {
            return new RetentionSweep(DiskFiles.Instance, Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), policy).Run();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"The logs in \"{directory}\" cannot be listed: {e.Message}", e);
        }
    }
}
