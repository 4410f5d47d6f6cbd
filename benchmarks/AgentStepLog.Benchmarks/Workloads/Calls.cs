namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>Loops of calls. Each returns a sum, so that no call can be left out.</summary>
internal static class Calls
{
    public static long Direct(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += SearchTools.FindPlain("StepLog", i, exact: true, 0.5, "src");
        }

        return sum;
    }

    public static long Annotated(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += SearchTools.Find("StepLog", i, exact: true, 0.5, "src");
        }

        return sum;
    }

    public static long SelfRecording(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += SelfRecordingTools.Find("StepLog", i, exact: true, 0.5, "src");
        }

        return sum;
    }

    public static async Task<long> DirectTasks(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += await SearchTools.FindPlainAsync("StepLog", i, exact: true, 0.5, "src");
        }

        return sum;
    }

    public static async Task<long> AnnotatedTasks(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += await SearchTools.FindAsync("StepLog", i, exact: true, 0.5, "src");
        }

        return sum;
    }
}
