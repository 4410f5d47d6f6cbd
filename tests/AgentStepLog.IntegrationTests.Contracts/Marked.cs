#pragma warning disable CA1822 // Callees are what they are.
using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>What is on its way out, and what is on its way in.</summary>
public class Marked
{
    [AgentTool]
    [Obsolete("Old.")]
    public string Old() => "old";

    [AgentTool]
    [Experimental("SEA001")]
    public string New() => "new";
}
