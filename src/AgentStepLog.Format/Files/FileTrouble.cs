namespace AgentStepLog.Files;

/// <summary>The error reason for an exception of the system.</summary>
internal static class FileTrouble
{
    internal static StepLogErrorReason ReasonOf(Exception exception) => exception switch
    {
        StepLogException e => e.Reason,
        FileNotFoundException or DirectoryNotFoundException => StepLogErrorReason.NotFound,
        IrregularFileException => StepLogErrorReason.NotALog,
        _ => StepLogErrorReason.Inaccessible,
    };
}
