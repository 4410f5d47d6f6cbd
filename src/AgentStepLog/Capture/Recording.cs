namespace AgentStepLog.Capture;

/// <summary>The switch for the whole process: <c>AGENTSTEPLOG=off</c> in its environment. It is read once.</summary>
internal static class Recording
{
    private static int s_told;

    internal static bool IsOff { get; } =
        string.Equals(Environment.GetEnvironmentVariable("AGENTSTEPLOG")?.Trim(), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reports on standard error that recording is off, once.</summary>
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
            // Standard error is closed. The log's health also reports that recording is off.
        }
    }
}
