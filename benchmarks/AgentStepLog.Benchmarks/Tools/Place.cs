namespace AgentStepLog.Benchmarks.Tools;

/// <summary>A part of a <see cref="Trip"/>.</summary>
internal sealed record Place(string City, string? Country, double Latitude, double Longitude);
