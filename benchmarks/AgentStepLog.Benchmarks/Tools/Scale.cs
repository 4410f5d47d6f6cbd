namespace AgentStepLog.Benchmarks.Tools;

/// <summary>What <see cref="BenchTools.ForecastAsync"/> takes.</summary>
internal enum Scale
{
    Fahrenheit,
    Celsius,
    Kelvin,
}
