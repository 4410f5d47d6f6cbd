using AgentStepLog.Files;
using AgentStepLog.Retention;

namespace AgentStepLog;

/// <summary>Drops whole runs of a directory that are to be kept no longer, and says which, and why the others stayed.</summary>
public static class StepLogRetention
{
    /// <summary>
    /// Drops runs by whose they are, by age, then the oldest by size: all files of a run, its blobs and its head; and the manifests and sets of tools that no run names any more. A run that is being written never goes; one that was
    /// not ended, or does not verify, only where the policy says so. Each run that is to go is verified first, which reads all of it, unless damaged and abandoned ones go
    /// anyway; one of a later version of the format stays. What another run or nobody owns is left alone.
    /// </summary>
    /// <param name="directory">The directory of the logs. One that is not there holds no runs; where the policy names a person, whose data somebody asks to be erased, it is refused.</param>
    /// <param name="policy">Which runs.</param>
    /// <exception cref="StepLogException">The directory cannot be read, or is not there and the policy names a person; or the policy names a subject of which its key ring has no key, or fails. Nothing was dropped.</exception>
    /// <exception cref="ArgumentException">The policy names a subject and no key ring, or a property of it is out of its range.</exception>
    public static RetentionReport Apply(string directory, RetentionPolicy policy)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(policy);
        policy = RetentionPolicy.Checked(policy);
        if (policy is not { UserId: null, Subject: null } && !Directory.Exists(directory))
        {
            throw new StepLogException(
                StepLogErrorReason.NotFound, $"There is no directory \"{Path.GetFullPath(directory)}\", so nothing of the person whom the policy names was dropped. Name the directory in which the logs are.");
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
