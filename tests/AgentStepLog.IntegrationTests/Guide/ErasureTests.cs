namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A withheld value is confirmed, until the key of its subject is erased.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void A_value_is_confirmed_and_after_the_erasure_of_its_key_no_more()
    {
        var (before, after) = ConfirmAndErase(Path.Combine(_folder.FullName, "keys.json"), Path.Combine(_folder.FullName, "logs"));

        Assert.Equal((WithheldConfirmation.Confirmed, WithheldConfirmation.NoKey), (before, after));
    }

    #region README
    private static (WithheldConfirmation Before, WithheldConfirmation After) ConfirmAndErase(string keys, string logs)
    {
        var ring = KeyRing.Create(keys);        // once, not beside the logs; KeyRing.Open(keys) from then on
        using var log = StepLog.Start(logs, new() { KeyRing = ring, Subject = "customer-4711" });
        new Patients().Find("K-4711");

        var withheld = log.Steps.OfType<ToolCallStep>().Single().Withheld[0];
        var before = ring.Confirm("customer-4711", log.RunId, withheld, JsonText.Of("K-4711"));     // Confirmed
        ring.Erase("customer-4711");
        return (before, ring.Confirm("customer-4711", log.RunId, withheld, JsonText.Of("K-4711"))); // NoKey
    }
    #endregion

    public void Dispose() => _folder.Delete(recursive: true);
}
