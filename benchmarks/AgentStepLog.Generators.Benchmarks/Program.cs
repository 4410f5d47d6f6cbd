using AgentStepLog.Generators.Benchmarks;

switch (args)
{
    case ["--keystrokes"]:
        KeystrokeRunner.Run(100, Console.Out);
        KeystrokeRunner.Run(1_000, Console.Out);
        return 0;
    case ["--build"]:
        return BuildRunner.Run(Console.Out);
    case ["--compile"]:
        CompileRunner.Run(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: --keystrokes (generators while somebody types), --build (a clean build with and without), or --compile (where it goes).");
        return 2;
}
