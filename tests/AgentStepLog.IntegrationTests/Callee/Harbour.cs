#pragma warning disable CA1822 // Subjects are what they are.
namespace AgentStepLog.IntegrationTests.Callee;

/// <summary>What a harbour may be asked: an interface that bears no annotation.</summary>
internal interface IHarbour
{
    string Tide(string place);
}

/// <summary>Tools that record themselves, for every way by which one can be reached.</summary>
internal sealed partial class Harbour : IHarbour
{
    /// <summary>The tide.</summary>
    /// <param name="place">Where.</param>
    [AgentTool]
    public partial string Tide(string place);

    private string TideCore(string place) => place + ": low";

    /// <summary>The depth.</summary>
    /// <param name="place">Where.</param>
    [AgentTool]
    public static partial Task<int> DepthAsync(string place);

    private static async Task<int> DepthAsyncCore(string place)
    {
        await Task.Yield();
        return place.Length;
    }

    /// <summary>Intercepted at its calls.</summary>
    [AgentTool]
    public string Wind(string place) => place + ": calm";
}
