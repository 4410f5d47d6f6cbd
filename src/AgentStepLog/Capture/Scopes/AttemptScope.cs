namespace AgentStepLog.Capture;

/// <summary>
/// Code that makes a call again, and says which time it is. It holds for the calls that this code makes itself: what runs within
/// them is no attempt of theirs.
/// </summary>
internal sealed class AttemptScope : IDisposable
{
    private static readonly AsyncLocal<AttemptScope?> s_current = new();

    // Who never says it does not pay for looking.
    private static bool s_isUsed;

    private readonly AttemptScope? _outer = s_current.Value;
    private readonly ActiveStep? _within = ActiveStep.Call;
    private readonly int _number;

    internal AttemptScope(int number)
    {
        _number = number;
        Volatile.Write(ref s_isUsed, true);
        s_current.Value = this;
    }

    /// <summary>Of a call that begins here; null if the caller did not say it.</summary>
    internal static int? Here => Volatile.Read(ref s_isUsed) && s_current.Value is { } scope && scope._within == ActiveStep.Call ? scope._number : null;

    public void Dispose()
    {
        // Elsewhere, or out of order: something else holds, and stays so.
        if (s_current.Value == this)
        {
            s_current.Value = _outer;
        }
    }
}
