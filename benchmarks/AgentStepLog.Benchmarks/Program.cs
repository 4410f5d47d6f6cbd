using System.Globalization;
using AgentStepLog.Benchmarks;
using AgentStepLog.Benchmarks.Tools;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["--quick"]:
        InterleavedRunner.RunAll(Console.Out);
        return;
    case ["--records"]:
        InterleavedRunner.RunRecords(Console.Out);
        return;
    case ["--contest", var part]:
        InterleavedRunner.RunMatching(part, Console.Out);
        return;
    case ["--profile", var part, var contender, var turns]:
        InterleavedRunner.Profile(part, contender, int.Parse(turns, CultureInfo.InvariantCulture), Console.Out);
        return;
    case ["--durable"]:
        InterleavedRunner.RunDurable(Console.Out);
        return;
    case ["--growth"]:
        Growth.Run(millions: 10, runs: 1_000, Console.Out);
        return;
    case ["--growth", var millions, var runs]:
        Growth.Run(int.Parse(millions, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture), Console.Out);
        return;
    case ["--resume-once", var path]:
        ResumeTiming.Once(path, Console.Out);
        return;
    case ["--resume"]:
        ResumeTiming.Run(Console.Out);
        return;
    case ["--resume-write", var directory]:
        ResumeTiming.Write(directory);
        return;
    case ["--verify"]:
        InterleavedRunner.RunVerifier(Console.Out);
        return;
    case ["--reading", var gigabytes, var runs]:
        ReadingCost.Run(long.Parse(gigabytes, CultureInfo.InvariantCulture) << 30, int.Parse(runs, CultureInfo.InvariantCulture), Console.Out);
        return;
    case ["--json"]:
        InterleavedRunner.RunJson(Console.Out);
        return;
    case ["--tools"]:
        InterleavedRunner.RunTools(Console.Out);
        ColdStart.RunAll(Console.Out);
        return;
    case ["--withholding"]:
        WithholdingCost.Run(Console.Out);
        return;
    case ["--withholding", var folder]:
        WithholdingSurvey.Run(folder, Console.Out);
        return;
    case ["--cold", var contender]:
        ColdStart.RunOne(contender, Console.Out);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(InterleavedRunner).Assembly).Run(args);
        return;
}
