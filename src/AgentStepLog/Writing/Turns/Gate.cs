using System.Runtime.CompilerServices;

namespace AgentStepLog.Writing;

/// <summary>
/// Locks and waits that <see cref="Thread.Interrupt"/> does not break off: a thread that left in the middle would leave its line in the queue, or take
/// the turn to write with it, and all others would wait for ever. The interrupt is for the user's code: it comes at the thread's next wait after these.
/// </summary>
internal static class Gate
{
    /// <summary>Holds it until the result is disposed.</summary>
    internal static Held Hold(object gate)
    {
        Enter(gate);
        return new(gate);
    }

    /// <summary>Holds it until <see cref="Monitor.Exit"/>.</summary>
    internal static void Enter(object gate)
    {
        var taken = false;
        try
        {
            Monitor.Enter(gate, ref taken);
        }
        catch (ThreadInterruptedException)
        {
            HoldAgain(gate, ref taken);
        }
    }

    /// <summary>Waits for a pulse, by who holds the gate. May return without one.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="milliseconds">How long at most; -1 for ever.</param>
    /// <param name="interrupted">Set where an interrupt came: to be given to <see cref="End"/> when there is nothing more to wait for.</param>
    /// <returns>False if the time is over.</returns>
    internal static bool Wait(object gate, int milliseconds, ref bool interrupted)
    {
        try
        {
            return Monitor.Wait(gate, milliseconds);
        }
        catch (ThreadInterruptedException)
        {
            return interrupted = true;
        }
    }

    /// <summary>Gives the thread back the interrupt that came while it waited.</summary>
    internal static void End(bool interrupted)
    {
        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void HoldAgain(object gate, ref bool taken)
    {
        while (!taken)
        {
            try
            {
                Monitor.Enter(gate, ref taken);
            }
            catch (ThreadInterruptedException)
            {
                // Another one: it is one as well.
            }
        }

        End(interrupted: true);
    }

    internal readonly ref struct Held(object gate)
    {
        public void Dispose() => Monitor.Exit(gate);
    }
}
