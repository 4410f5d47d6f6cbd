namespace AgentStepLog.Benchmarks.Recorders;

internal static class Lines
{
    /// <exception cref="InvalidOperationException">The file has another number of lines.</exception>
    public static void Check(string path, int expected)
    {
        var lines = File.ReadLines(path).Count();
        if (lines != expected)
        {
            throw new InvalidOperationException($"{path} has {lines} lines instead of {expected}.");
        }
    }
}
