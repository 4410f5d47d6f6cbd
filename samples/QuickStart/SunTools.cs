#region README
using AgentStepLog;
#endregion

namespace QuickStart;

#region README
public class SunTools
{
    /// <summary>Returns how long bare skin stays in the sun before it burns.</summary>
    /// <param name="uvIndex">UV index of the forecast, above 0, like 8.</param>
    /// <param name="skinType">Fitzpatrick skin type, from 1 (always burns) to 6 (never burns).</param>
    /// <returns>Whole minutes.</returns>
    [AgentTool]
    public int MinutesInSun(double uvIndex, [Sensitive("health")] int skinType) =>
        (int)(BurningDose.Of(skinType) / (uvIndex * BurningDose.PerSecondAndIndex) / 60);
}
#endregion
