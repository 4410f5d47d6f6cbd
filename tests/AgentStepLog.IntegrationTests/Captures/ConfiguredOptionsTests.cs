using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentStepLog.IntegrationTests.Captures;

/// <summary>Options as a service has them: from code of its own, from its configuration, or both.</summary>
public sealed class ConfiguredOptionsTests
{
    [Fact]
    public void A_service_sets_them_where_it_configures_itself()
    {
        using var services = new ServiceCollection()
            .Configure<StepLogOptions>(static options =>
            {
                options.Agent = "clerk";
                options.Metadata["team"] = "tea";
            })
            .PostConfigure<StepLogOptions>(static options => options.KeepSteps = 7)
            .BuildServiceProvider();

        using var log = StepLog.InMemory(services.GetRequiredService<IOptions<StepLogOptions>>().Value);

        var header = Assert.IsType<RunStartStep>(log.Steps[0]);
        Assert.Equal(("clerk", "tea"), (header.Agent, header.Metadata["team"]));
    }

    [Fact]
    public void All_that_text_can_say_a_configuration_says()
    {
        var bound = Bind(new()
        {
            ["Directory"] = "logs", ["Agent"] = "clerk", ["Durability"] = "Queued", ["QueueLimit"] = "131072", ["SegmentBytes"] = "65536", ["KeepSteps"] = "3", ["LlmContent"] = "Hash",
            ["OnLogFailure"] = "FailClosed", ["InheritParent"] = "false", ["Metadata:team"] = "tea", ["Metadata:zone"] = "a",
            ["Withholding:PersonalData"] = "Email, Iban", ["Withholding:Except:0"] = "github-token", ["Withholding:Shapes:0:Kind"] = "acme", ["Withholding:Shapes:0:Prefix"] = "acme-",
            ["Withholding:Shapes:0:Alphabet"] = "Hex", ["Withholding:Shapes:0:MinLength"] = "12",
        });

        Assert.Equal(("logs", "clerk", Durability.Queued, 131072L, 65536L), (bound.Directory, bound.Agent, bound.Durability, bound.QueueLimit, bound.SegmentBytes));
        Assert.Equal((3, CaptureMode.Hash, LogFailurePolicy.FailClosed, false), (bound.KeepSteps, bound.LlmContent, bound.OnLogFailure, bound.InheritParent));
        Assert.Equal(["tea", "a"], [bound.Metadata["team"], bound.Metadata["zone"]]);
        Assert.Equal(PersonalData.Email | PersonalData.Iban, bound.Withholding.PersonalData);
        Assert.Equal("github-token", Assert.Single(bound.Withholding.Except));
        Assert.Equal(new SecretShape("acme", "acme-", SecretAlphabet.Hex, 12), Assert.Single(bound.Withholding.Shapes));
    }

    [Fact]
    public void What_makes_no_sense_there_is_said_where_the_log_starts()
    {
        var bound = Bind(new() { ["Durability"] = "Written", ["QueueLimit"] = "131072" });
        Assert.Contains("QueueLimit is 131072, and Durability is Written", Assert.Throws<ArgumentException>(() => StepLog.InMemory(bound)).Message, StringComparison.Ordinal);
    }

    private static StepLogOptions Bind(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(static pair => KeyValuePair.Create("StepLog:" + pair.Key, pair.Value))).Build();
        using var services = new ServiceCollection().Configure<StepLogOptions>(configuration.GetSection("StepLog")).BuildServiceProvider();
        return services.GetRequiredService<IOptions<StepLogOptions>>().Value;
    }
}
