using System.Runtime.CompilerServices;
using AgentStepLog;

namespace NativeAot;

/// <summary>Tools of every kind that takes another way through generated code.</summary>
public sealed partial class SurfTools
{
    /// <summary>Returns a surf spot.</summary>
    /// <param name="name">Town, then country, like "Taghazout, Morocco".</param>
    /// <param name="hours">How many hours to forecast, 1 to 24.</param>
    /// <param name="token">Not recorded.</param>
    [AgentTool]
    public async Task<Spot> FindSpotAsync(string name, int hours = 2, [Sensitive] string? token = null)
    {
        await Task.Yield();
        return new Spot(name, Bottom.Reef, Enumerable.Range(1, hours).Select(static h => h / 2.0).ToList());
    }

    /// <summary>Returns the better of two.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    [AgentTool]
#pragma warning disable ASL1012 // For C# callers only: a model cannot say what T is.
    public T Better<T>(T first, T second)
        where T : IComparable<T> => first.CompareTo(second) >= 0 ? first : second;
#pragma warning restore ASL1012

    /// <summary>Counts waves as they come.</summary>
    /// <param name="count">How many to wait for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    [AgentTool]
    public async IAsyncEnumerable<int> WavesAsync(int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Delay(1, cancellation);
            yield return i;
        }
    }

    /// <summary>Returns the tide, whoever asks: the body that is called is generated.</summary>
    /// <param name="hour">0 to 23, local time.</param>
    [AgentTool]
    public partial double Tide(int hour);

    private double TideCore(int hour) => hour is >= 0 and < 24 ? Swell(hour) : throw new ArgumentOutOfRangeException(nameof(hour));

    /// <summary>Half the hour: a private tool.</summary>
    /// <param name="hour">0 to 23, local time.</param>
    [AgentTool]
    private static double Swell(int hour) => hour / 2.0;
}
