namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>Records of several sizes from several threads, beside the file logs that .NET programs use.</summary>
internal static class RecordContests
{
    private static readonly int[] s_threads = [1, 4, 16];
    private static readonly int[] s_outputs = [256, 1_024, 16 * 1_024];

    public static IEnumerable<Contest> All =>
    [
        .. from output in s_outputs from threads in s_threads select Handed(threads, output),
        .. from output in s_outputs from threads in s_threads select Queued(threads, output),
    ];

    /// <summary>Records that survive a loss of power, beside the least that can do so; one operation is one record.</summary>
    public static IEnumerable<Contest> Durable => from threads in (int[])[1, 16, 256] select new Contest(
        $"256 characters of output, {threads} threads: each record synced to the disk before its call returns",
        threads == 1 ? 1_000 : 64 * threads, 7,
        Recording.Contender(threads == 1 ? "bare write and fdatasync" : "bare write and fdatasync, in groups", threads, 256, folder => new BareDurable(folder, isAlone: threads == 1)),
        Recording.Contender("StepLog, Durable", threads, 256, static folder => new StepLogRecorder(folder, new() { Durability = Durability.Durable })));

    private static Contest Handed(int threads, int output) => new(
        $"{output} characters of output, {threads} threads: each record handed to the OS before its call returns",
        Count(output), 7,
        Recording.Contender("Serilog.Sinks.File", threads, output, static folder => new SerilogRecorder(folder)),
        Recording.Contender("NLog", threads, output, static folder => new NLogRecorder(folder, queued: false)),
        Recording.Contender("StepLog, Written", threads, output, static folder => new StepLogRecorder(folder, new() { Durability = Durability.Written })));

    private static Contest Queued(int threads, int output) => new(
        $"{output} characters of output, {threads} threads: records queued, none dropped",
        Count(output), 7,
        Recording.Contender("NLog AsyncWrapper, Block", threads, output, static folder => new NLogRecorder(folder, queued: true)),
        Recording.Contender("ZLogger, Block", threads, output, static folder => new ZLoggerRecorder(folder)),
        Recording.Contender("StepLog, Queued", threads, output, static folder => new StepLogRecorder(folder, new() { Durability = Durability.Queued })));

    private static int Count(int output) => output > 10_000 ? 4_000 : 20_000;
}
