namespace AgentStepLog.Capture;

/// <summary>The switch of the whole process, <c>AGENTSTEPLOG=off</c> in its environment. Read once.</summary>
internal static class Recording
{
    private static int s_told;

    internal static bool IsOff { get; } =
        string.Equals(Environment.GetEnvironmentVariable("AGENTSTEPLOG")?.Trim(), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says so on standard error, the first time.</summary>
    internal static void Tell()
    {
        if (Interlocked.Exchange(ref s_told, 1) != 0)
        {
            return;
        }

        try
        {
            Console.Error.WriteLine("AgentStepLog: nothing is recorded, since the environment variable AGENTSTEPLOG is \"off\".");
        }
        catch (IOException)
        {
            // The stream for errors is closed. Health says it too.
        }
    }
}
