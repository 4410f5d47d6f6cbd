namespace AgentStepLog.IntegrationTests.Guide;

#region README
public sealed partial class Almanac
{
    /// <summary>Looks up when the sun sets.</summary>
    /// <param name="place">The town, like "Essaouira".</param>
    /// <returns>The local time, like 19:42.</returns>
    [AgentTool]
    public partial Task<TimeOnly> SunsetAsync(string place);

    private async Task<TimeOnly> SunsetAsyncCore(string place)
    {
        await Task.Delay(1);
        return place == "Essaouira" ? new(19, 42) : throw new KeyNotFoundException($"No almanac for \"{place}\".");
    }
}
#endregion
