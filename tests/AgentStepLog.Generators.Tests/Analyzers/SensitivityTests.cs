using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class SensitivityTests
{
    [Fact]
    public async Task What_is_marked_only_below_the_member_that_is_recorded_is_reported()
        => Assert.Equal(
            [
                "Parameter 'pin' of 'Safe.Open' is [Sensitive], but 'Accounts.Open' records it in the open: mark it there too",
                "The result of 'Vault.Key' is [Sensitive], but 'IVault.Key' records it in the open: mark it there too",
                "'Card.Number' is [Sensitive], but 'Paper.Number' records it in the open: mark it there too",
            ],
            await RuleTest.VerifyAsync<SensitivityAnalyzer>(
                """
                class Accounts { [AgentTool] public virtual string Open(string pin, [Sensitive] string owner) => pin + owner; }
                class Safe : Accounts { public override string Open([Sensitive] string [|pin|], [Sensitive] string owner) => pin + owner; }
                interface IVault { [AgentTool] string Key(); }
                class Vault : IVault { [AgentTool] [return: Sensitive] public string [|Key|]() => ""; }
                class Paper { public virtual string Number => ""; }
                class Card : Paper { [Sensitive] public override string [|Number|] => "1"; }
                """));

    [Fact]
    public Task What_is_marked_above_or_not_recorded_there_is_silent()
        => RuleTest.VerifyAsync<SensitivityAnalyzer>(
            """
            class Accounts { [AgentTool] public virtual string Open([Sensitive] string pin) => pin; public virtual string Close(string pin) => pin; }
            class Safe : Accounts
            {
                public override string Open(string pin) => pin;
                [AgentTool] public override string Close([Sensitive] string pin) => pin;
            }
            record Login([Sensitive] string Password) { [Sensitive] public string? Note { get; init; } }
            """);
}
