namespace NativeAot;

/// <summary>A place to surf.</summary>
/// <param name="Name">Town and country.</param>
/// <param name="Bottom">What the waves break over.</param>
/// <param name="Heights">Wave heights in metres, hour by hour.</param>
public sealed record Spot(string Name, Bottom Bottom, IReadOnlyList<double> Heights);

/// <summary>What waves break over.</summary>
public enum Bottom
{
    /// <summary>Sand.</summary>
    Sand,

    /// <summary>Rock or coral.</summary>
    Reef,
}
