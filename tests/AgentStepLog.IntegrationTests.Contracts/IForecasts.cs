namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>A contract that another assembly implements.</summary>
public interface IForecasts
{
    /// <summary>Foretells the waves.</summary>
    [AgentTool]
    Task<Forecast> GetAsync(string place, [Sensitive("api-key")] string key, CancellationToken token = default);

    /// <summary>Calls the contract's own member, here, where the assembly was built with the package too.</summary>
    async Task<int> HeightAsync(string place) => (await GetAsync(place, "k")).Height;
}

/// <summary>What is foretold.</summary>
public sealed record Forecast(string Place, int Height, [Sensitive] string Source = "");
