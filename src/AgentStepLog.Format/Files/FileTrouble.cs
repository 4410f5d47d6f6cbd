namespace AgentStepLog.Files;

/// <summary>Which reason an exception of the system is, for those who decide by it.</summary>
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
