using AgentStepLog.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["--quick"])
{
    InterleavedRunner.RunAll(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(InterleavedRunner).Assembly).Run(args);
