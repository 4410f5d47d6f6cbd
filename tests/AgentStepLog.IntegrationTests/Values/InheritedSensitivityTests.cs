#pragma warning disable CA1822 // Callees are what they are.
namespace AgentStepLog.IntegrationTests.Values;

internal interface IVault
{
    [Sensitive]
    string Pin { get; }

    [AgentTool]
    [return: Sensitive("key")]
    string Open([Sensitive("pin")] string pin, string door);
}

internal sealed class Vault : IVault
{
    public string Pin => "1234";

    [AgentTool]
    public string Open(string pin, string door) => pin + door;

    [AgentTool]
    public Vault Move(Vault to) => to;
}

/// <summary>What an interface or a base class withholds is withheld at whatever implements it.</summary>
public sealed class InheritedSensitivityTests
{
    [Fact]
    public void Parameter_result_and_property_stay_withheld_where_the_class_does_not_repeat_it()
    {
        using var log = StepLog.InMemory();
        var vault = new Vault();

        vault.Open("1234", "front");
        vault.Move(vault);

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal("""{"pin":"[redacted:pin]","door":"front"}""", steps[0].InputJson.ToString());
        Assert.Equal("\"[redacted:key]\"", steps[0].OutputJson.ToString());
        Assert.Equal("""{"to":{"pin":"[redacted:sensitive]"}}""", steps[1].InputJson.ToString());
    }
}
