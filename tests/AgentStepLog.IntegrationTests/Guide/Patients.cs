namespace AgentStepLog.IntegrationTests.Guide;

#region README
public sealed record Patient([property: Sensitive("name")] string Name, int Year);

public sealed class Patients
{
    /// <summary>Finds a patient.</summary>
    /// <param name="number">The number of the patient's insurance.</param>
    /// <returns>The patient.</returns>
    [AgentTool]
    public Patient Find([Sensitive("insurance")] string number) =>
        number == "K-4711" ? new("Ines Haddad", 1984) : throw new KeyNotFoundException($"Nothing found for {number}.");
}
#endregion
