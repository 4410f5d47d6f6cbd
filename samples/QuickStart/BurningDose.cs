namespace QuickStart;

/// <summary>How much ultraviolet light, weighted by what it does to skin, makes skin redden.</summary>
public static class BurningDose
{
    /// <summary>What one unit of the UV index brings, in J/m² per second: by definition of the index.</summary>
    public const double PerSecondAndIndex = 0.025;

    /// <summary>The dose in J/m² that reddens skin of a Fitzpatrick type.</summary>
    /// <param name="skinType">From 1 (always burns) to 6 (never burns).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    public static double Of(int skinType) => skinType switch
    {
        1 => 200,
        2 => 250,
        3 => 350,
        4 => 450,
        5 => 600,
        6 => 1000,
        _ => throw new ArgumentOutOfRangeException(nameof(skinType), skinType, "Skin types go from 1 to 6."),
    };
}
