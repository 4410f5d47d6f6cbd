using System.Text;
using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>What a model sends may hold a secret in any form, and may be meant to make the search for secrets useless or slow.</summary>
public sealed class HostileArgumentTests
{
    private const string Secret = "DE89370400440532013000";

    [Theory]
    [InlineData("""{"id":1,"iban":"DE89370400440532013000","iban":"x"}""")]
    [InlineData("""{"id":1,"iban":"DE89370400440532013000" """)]
    [InlineData("""{"id":1,"iban":"DE89370400440532013000""")]
    [InlineData("""```json {"id":1,"iban":"DE89370400440532013000"} ```""")]
    [InlineData("""{"id":1,"iban":"DE89370400440532013000"} {}""")]
    [InlineData("""["DE89370400440532013000"]""")]
    [InlineData("""{"id":1,'iban':'DE89370400440532013000'}""")]
    [InlineData("""{"id":1,"iban":{"DE89370400440532013000":1}}""")]
    [InlineData("""{"id":1,"ibn":{"a":{"DE89370400440532013000":1}}}""")]
    [InlineData("""{"id":1,"iban":"\u0044E89370400440532013000",}""")]
    public async Task A_secret_in_arguments_that_do_not_fit_is_known_from_then_on(string arguments)
    {
        using var log = StepLog.InMemory();
        await new HostileBank().AgentTools().InvokeAsync("RefundTo", arguments, cancellationToken: TestContext.Current.CancellationToken);
        log.Record(new UserOutputStep { Text = "to " + Secret });
        log.Complete("paid to " + Secret);
        Assert.DoesNotContain(Secret, Text(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_at_the_end_of_arguments_that_are_too_large_to_be_read_is_known_from_then_on()
    {
        using var log = StepLog.InMemory();
        var arguments = $$"""{"id":1,"note":"{{new string('x', 2_000_000)}}","iban":"{{Secret}}"}""";
        await new HostileBank().AgentTools().InvokeAsync("RefundTo", arguments, cancellationToken: TestContext.Current.CancellationToken);
        log.Complete("paid to " + Secret);
        Assert.DoesNotContain(Secret, Text(log), StringComparison.Ordinal);
        Assert.Contains("\"bytes\":2000", Text(log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"map":{"alice@example.com":"x"}}""", false)]
    [InlineData("""{"map":{"alice@example.com":1,"alice@example.com":2}}""", false)]
    [InlineData("""{"map":{"alice@example.com":1}}""", false)]
    [InlineData("""{"map":{"alice@example.com":"5"}}""", true)]
    public async Task Keys_of_a_dictionary_that_is_withheld_are_withheld_too_where_its_arguments_fit_and_where_they_do_not(string arguments, bool lenient)
    {
        using var log = StepLog.InMemory();
        var tools = new HostileBank().AgentTools().With(new ToolTableOptions { Lenient = lenient });
        await tools.InvokeAsync("PayAll", arguments, cancellationToken: TestContext.Current.CancellationToken);
        log.Complete("paid alice@example.com");
        Assert.DoesNotContain("alice", Text(log), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_dictionaries_and_of_free_json_are_known_from_then_on_and_names_of_members_are_not()
    {
        using var log = StepLog.InMemory();
        var bank = new HostileBank();
        bank.PayAll(new() { ["alice@example.com"] = 1 });
        bank.PayJson(JsonDocument.Parse("""{"bobby":{"carol":[{"dave1":1}]},"a":"erins","a":1}""").RootElement);
        bank.PayLetters([.. "hunter2hunter2"]);
        bank.PayOrder(new("frank", 1));
        log.Complete("alice@example.com bobby carol dave1 erins hunter2hunter2 frank, buyer and pieces");

        var end = Text(log).TrimEnd('\n').Split('\n')[^1];
        Assert.All(new[] { "alice", "bobby", "carol", "dave1", "erins", "hunter2", "frank" }, secret => Assert.DoesNotContain(secret, Text(log), StringComparison.Ordinal));
        Assert.Contains("buyer and pieces", end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[not a joke: hunter2hunter2]")]
    [InlineData("[redacted by me hunter2]")]
    [InlineData("[unreadable 4711]")]
    [InlineData("[too large a password]")]
    public void A_text_that_is_spelled_like_a_mark_is_known_as_any_other(string secret)
    {
        using var log = StepLog.InMemory();
        new HostileBank().RefundTo(1, secret);
        log.Complete("it was " + secret);
        Assert.DoesNotContain(secret, Text(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_a_model_makes_up_there_is_room_for_what_is_marked()
    {
        using var log = StepLog.InMemory(new() { WithheldValueLimit = 1_000 });
        var bank = new HostileBank();
        for (var i = 0; i < 40; i++)
        {
            var junk = string.Join(',', Enumerable.Range(0, 200).Select(n => $"\"k{i:d3}{n:d5}\""));
            await bank.AgentTools().InvokeAsync("RefundTo", $$"""{"id":1,"junk":[{{junk}}]}""", cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.InRange(log.Health.WithheldValues, 64, 500);
        Assert.True(log.Health.WithheldValuesLeftOut > 0);
        bank.RefundTo(1, Secret);
        log.Complete("paid to " + Secret);
        Assert.DoesNotContain(Secret, Text(log), StringComparison.Ordinal);
    }

    private static string Text(StepLog log) => Encoding.UTF8.GetString(log.ToArray());
}

/// <summary>Tools of which a model asks the wrong way.</summary>
public sealed class HostileBank
{
    /// <summary>Refunds.</summary>
    /// <param name="id">Which payment.</param>
    /// <param name="iban">To which account.</param>
    [AgentTool]
    public string RefundTo(int id, [Sensitive("iban")] string iban) => $"refunded {id}{iban[..0]}";

    /// <summary>Pays several people.</summary>
    /// <param name="map">Amounts by address.</param>
    [AgentTool]
    public string PayAll([Sensitive("who")] Dictionary<string, int> map) => "paid " + string.Join(',', map.Keys);

    /// <summary>Pays by any JSON.</summary>
    /// <param name="json">Who gets what.</param>
    [AgentTool]
    public string PayJson([Sensitive("who")] JsonElement json) => "paid " + json.ValueKind;

    /// <summary>Takes letters.</summary>
    /// <param name="letters">Some.</param>
    [AgentTool]
    public string PayLetters([Sensitive("who")] char[] letters) => "paid " + new string(letters);

    /// <summary>Takes an order.</summary>
    /// <param name="order">It.</param>
    [AgentTool]
    public string PayOrder([Sensitive("who")] HostileOrder order) => "paid " + order.Buyer;
}

/// <summary>An order.</summary>
/// <param name="Buyer">Who buys.</param>
/// <param name="Pieces">How many.</param>
public sealed record HostileOrder(string Buyer, int Pieces);
