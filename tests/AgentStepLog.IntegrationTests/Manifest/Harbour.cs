namespace AgentStepLog.IntegrationTests.Manifest;

/// <summary>Tools for the manifest to tell of.</summary>
public class Harbour
{
    /// <summary>Returns the tide.</summary>
    /// <param name="place">A town, like "Brest".</param>
    /// <param name="apiKey">From the environment.</param>
    [AgentTool(Name = "tide_of", Effect = ToolEffect.ReadOnly)]
    public string Tide(string place, [Sensitive("key")] string apiKey) => place + apiKey.Length;

    /// <summary>Swaps two.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    [AgentTool]
    public void Swap(ref int a, ref int b) => (a, b) = (b, a);
}
