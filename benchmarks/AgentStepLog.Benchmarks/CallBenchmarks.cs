using AgentStepLog.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AgentStepLog.Benchmarks;

/// <summary>What an annotation costs where no log is active.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    /// <summary>The call as if it were not annotated.</summary>
    [Benchmark(Baseline = true)]
    public int Direct() => SearchTools.FindPlain("StepLog", 10, exact: true, 0.5, "src");

    /// <summary>The annotated call.</summary>
    [Benchmark]
    public int Annotated() => SearchTools.Find("StepLog", 10, exact: true, 0.5, "src");

    /// <summary>The call of an annotated method whose body is generated, whoever calls it.</summary>
    [Benchmark]
    public int SelfRecording() => SelfRecordingTools.Find("StepLog", 10, exact: true, 0.5, "src");
}
