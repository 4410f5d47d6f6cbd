#pragma warning disable CA1822, CA1852 // Subjects are what they are.

namespace AgentStepLog.IntegrationTests.FailClosed;

/// <summary>Tools whose effect can be counted.</summary>
internal partial class Till
{
    public int Paid { get; private set; }

    /// <summary>Pays.</summary>
    [AgentTool(Effect = ToolEffect.Destructive, OnLogFailure = LogFailurePolicy.FailClosed)]
    public string Pay(int amount) => $"paid {Paid += amount}";

    /// <summary>Pays later.</summary>
    [AgentTool(Effect = ToolEffect.Write, OnLogFailure = LogFailurePolicy.FailClosed)]
    public async Task<string> PayLater(int amount)
    {
        await Task.Yield();
        return $"paid {Paid += amount}";
    }

    /// <summary>Pays, and records itself.</summary>
    [AgentTool(OnLogFailure = LogFailurePolicy.FailClosed)]
    public partial string PayItself(int amount);
    private string PayItselfCore(int amount) => $"paid {Paid += amount}";

    /// <summary>Pays piece by piece.</summary>
    [AgentTool(OnLogFailure = LogFailurePolicy.FailClosed)]
    public IEnumerable<int> PayAll(int amount)
    {
        for (var i = 0; i < amount; i++)
        {
            yield return ++Paid;
        }
    }

    /// <summary>Pays, whatever the log does.</summary>
    [AgentTool(OnLogFailure = LogFailurePolicy.FailOpen)]
    public string PayAnyway(int amount) => $"paid {Paid += amount}";

    /// <summary>Looks.</summary>
    [AgentTool]
    public int Look() => Paid;
}
