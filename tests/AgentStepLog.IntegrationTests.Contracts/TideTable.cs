#pragma warning disable CA1822 // The method beside the declaration is what the declaration is.
namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>A tool that records itself, whoever calls it.</summary>
public sealed partial class TideTable
{
    /// <summary>The highest tide, in decimetres.</summary>
    /// <param name="place">Where.</param>
    [AgentTool]
    public partial int Highest(string place);

    private int HighestCore(string place) => place.Length;
}
