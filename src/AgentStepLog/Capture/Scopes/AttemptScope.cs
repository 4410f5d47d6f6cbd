namespace AgentStepLog.Capture;

/// <summary>
/// An attempt that a retry loop has numbered. The number counts for the calls that this code makes itself. Calls within these are no attempts.
/// </summary>
internal sealed class AttemptScope : IDisposable
{
    private static readonly AsyncLocal<AttemptScope?> s_current = new();

    // Calls outside of a retry loop skip the lookup.
    private static bool s_isUsed;

    private readonly AttemptScope? _outer = s_current.Value;
    private readonly ActiveStep? _within = ActiveStep.Call;
    private readonly int _number;
    private bool _isOver;

    internal AttemptScope(int number)
    {
        _number = number;
        Volatile.Write(ref s_isUsed, true);
        s_current.Value = this;
    }

    /// <summary>The attempt of a call that begins here; null if the code around it sets no number.</summary>
    internal static int? Here => Volatile.Read(ref s_isUsed) && s_current.Value is { } scope && scope._within == ActiveStep.Call ? scope._number : null;

    public void Dispose()
    {
        // In another flow, or out of order, another attempt may hold, and it must stay.
        _isOver = true;
        if (s_current.Value == this)
        {
            var outer = _outer;
            while (outer is { _isOver: true })
            {
                outer = outer._outer; // it was disposed before this one
            }

            s_current.Value = outer;
        }
    }
}
