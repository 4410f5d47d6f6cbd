namespace AgentStepLog.Writing;

/// <summary>Says why a log cannot be made, and what to do.</summary>
internal static class CannotOpen
{
    internal static StepLogException Because(Exception cause, string directory, string runId)
    {
        var path = Path.Combine(directory, runId + ".jsonl");
        return new(File.Exists(path) ? StepLogErrorReason.AlreadyExists : StepLogErrorReason.Inaccessible, $"Cannot start the step log \"{path}\": {Reason(cause, directory, path)}", cause);
    }

    internal static StepLogException Taken(string path, string runId) => new(
        StepLogErrorReason.BeingWritten, $"The step log \"{path}\" is being written by another log, in this process or another one. Wait until that has ended the run \"{runId}\", or choose another RunId.");

    internal static StepLogException Beside(string path, string runId, string other) => new(
        StepLogErrorReason.AlreadyExists, $"Cannot start the step log \"{path}\": " + (other == path ? IsThere(runId)
            : $"\"{Path.GetFileName(other)}\" is there, which readers would take for a file of this run. If a run \"{runId}\" was not ended, StepLog.Resume(directory, runId) resumes it. "
                + "Else move the file away, or choose another RunId."));

    private static string IsThere(string runId) => $"the run \"{runId}\" already has a log there, which is left as it is. "
        + "Choose another RunId, or leave it unset to get a new one; StepLog.Resume(directory, runId) resumes a run that was not ended.";

    private static string Reason(Exception cause, string directory, string path)
    {
        if (File.Exists(path))
        {
            return IsThere(Path.GetFileNameWithoutExtension(path));
        }

        for (var folder = directory; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                return $"\"{folder}\" is a file, not a directory. Choose another directory, or move the file away.";
            }
        }

        // If the system refuses to make a directory, its message says only that a file was not found.
        var why = cause is FileNotFoundException or DirectoryNotFoundException ? "its file system takes no new directory there." : cause.Message;
        return cause is UnauthorizedAccessException ? $"this process may not write to \"{directory}\" ({cause.Message}) Grant it access, or choose another directory."
            : Directory.Exists(directory) ? $"{cause.Message} Choose another directory."
            : $"the directory \"{directory}\" could not be made: {why} Choose another directory.";
    }
}
