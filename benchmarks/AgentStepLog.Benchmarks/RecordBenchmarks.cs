using AgentStepLog.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AgentStepLog.Benchmarks;

/// <summary>What a record in a file costs; of each benchmark, one operation is one record.</summary>
[MemoryDiagnoser]
public class RecordBenchmarks
{
    private const int Records = 20_000;

    /// <summary>Serilog's file sink, which flushes each event to the operating system and hashes nothing.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Records)]
    public long SerilogFile() => Logs.SerilogFile(Records);

    /// <summary>A recorded call, hashed and chained.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public long StepLogFile() => Logs.StepLogFile(Records);

    /// <summary>A recorded call whose task is completed.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public long StepLogFileOfTasks() => Logs.StepLogFileTasks(Records);
}
