#pragma warning disable CA1708, CA1822 // Two blocks for one type differ by more than case; the receiver is what the member is called on.
namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>Tools in extension blocks, called in another assembly.</summary>
public static class SeaBlocks
{
    extension(string text)
    {
        /// <summary>How deep it is.</summary>
        [AgentTool]
        public int Fathoms() => text.Length;
    }

    extension(string)
    {
        /// <summary>What there is.</summary>
        [AgentTool]
        public static string Sea() => "sea";
    }
}
