using System.Globalization;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>Kills of one logger, added up.</summary>
internal sealed class Tally
{
    public int Kills { get; private set; }

    public long Acknowledged { get; private set; }

    public long Missing { get; private set; }

    public int Torn { get; private set; }

    public void Add(Killing killing)
    {
        Kills++;
        Acknowledged += killing.Acknowledged.Count;
        Missing += killing.Missing;
        Torn += killing.Left.IsTorn ? 1 : 0;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kills} kills, {Acknowledged:N0} acknowledged, {Missing:N0} missing, {Torn} torn");
}
