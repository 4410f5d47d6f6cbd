using System.Text;

namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>What a model reads of wrong arguments in which a sensitive member stands: all but what is sensitive, or may be.</summary>
public sealed class SecretArgumentTests
{
    private const string Secret = "4111-SECRET";

    [Theory]
    [InlineData(
        "Buy", """{"purchase":{"pieces":"two","card":{"number":4111,"month":7},"sizes":[1,"x"],"wind":"gale","address":{"street":""}},"count":"x"}""",
        """
        - purchase.pieces: expected a whole number from -2147483648 to 2147483647, got the string "two"
        - purchase.card.number: expected a string, got a number that is not shown
        - purchase.card.month: expected a string, got the number 7
        - purchase.sizes[1]: expected a whole number from -2147483648 to 2147483647, got the string "x"
        - purchase.wind: expected one of "Calm", "Storm", got the string "gale"
        - purchase.address: not accepted: A street has a name.
        - count: expected a whole number from -2147483648 to 2147483647, got the string "x"
        """)]
    [InlineData("Buy", """{"purchase":"4111-SECRET"}""", "- purchase: expected an object, got a string that is not shown")]
    [InlineData("Buy", """{"purchase":{"pieces":1,"card":"4111-SECRET"}}""", "- purchase.card: expected an object, got a string that is not shown")]
    [InlineData("Buy", """{"purchase":{"pieces":1,"card":{"number":"41","month":"7"}}}""", "- purchase.card: not accepted: expected a value that Card can be made from")]
    [InlineData(
        "Buy", """{"purchase":{"pieces":1,"card":{"number":"4111-SECRET","month":"7"},"next":{"pieces":[],"card":{"number":["4111-SECRET"],"month":7}}}}""",
        """
        - purchase.next.pieces: expected a whole number from -2147483648 to 2147483647, got an array
        - purchase.next.card.number: expected a string, got an array
        - purchase.next.card.month: expected a string, got the number 7
        """)]
    [InlineData(
        "BuyAll", """{"purchases":["4111-SECRET",{"pieces":"one","card":{"number":"4111-SECRET","month":"7"}}]}""",
        """
        - purchases[0]: expected an object, got a string that is not shown
        - purchases[1].pieces: expected a whole number from -2147483648 to 2147483647, got the string "one"
        """)]
    [InlineData("BuyAll", """{"purchases":"4111-SECRET"}""", "- purchases: expected an array, got a string that is not shown")]
    [InlineData("BuyEach", """{"purchases":{"pieces":"4111-SECRET"}}""", "- purchases.pieces: expected an object, got a string that is not shown")]
    [InlineData(
        "BuyEach", """{"purchases":{"a":{"pieces":"one","card":{"number":"4111-SECRET","month":"7"}}}}""",
        "- purchases.a.pieces: expected a whole number from -2147483648 to 2147483647, got a string that is not shown")]
    [InlineData(
        "Pay", """{"purchase":{"pieces":"4111-SECRET","card":{"number":"4111-SECRET","month":7}},"other":{"pieces":"one","card":{"number":true,"month":"7"}}}""",
        """
        - purchase.pieces: expected a whole number from -2147483648 to 2147483647, got a string that is not shown
        - purchase.card.month: expected a string, got a number that is not shown
        - other.pieces: expected a whole number from -2147483648 to 2147483647, got the string "one"
        - other.card.number: expected a string, got a boolean that is not shown
        """)]
    public async Task Only_what_is_sensitive_or_holds_it_is_not_shown(string tool, string json, string expected)
    {
        using var log = StepLog.InMemory();

        var result = await new Checkout().AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"Invalid arguments for {tool}:\n{expected.ReplaceLineEndings("\n")}", result.Content);
        Assert.Equal(result.Content, log.Steps.OfType<ToolCallStep>().Single().Error);
        Assert.DoesNotContain(Secret, result.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_is_told_in_whatever_form_it_comes_and_whatever_else_is_wrong()
    {
        string[] forms = [$"\"{Secret}\"", $"[\"{Secret}\"]", $"{{\"number\":[\"{Secret}\"]}}", $"{{\"number\":{{\"pieces\":\"{Secret}\"}},\"month\":1}}", $"{{\"numbr\":\"{Secret}\"}}", $"\"{{\\\"number\\\":\\\"{Secret}\\\"}}\""];
        string[] places =
        [
            """{"purchase":@}""", """{"purchase":[@]}""", """{"purchase":{"card":@}}""", """{"purchase":{"pieces":1,"card":[@]}}""", """{"purchase":{"card":{"number":@}}}""",
            """{"purchase":{"card":{"number":[@],"month":1}}}""", """{"purchase":{"crd":@}}""", """{"purchase":{"next":@}}""", """{"purchase":{"next":{"card":@}}}""", """{"purchases":@}""", """{"purchases":[@]}""",
            """{"purchases":{"sizes":@}}""", """{"purchases":{"pieces":@}}""", """{"purchases":[{"card":@}]}""", """{"purchases":[{"next":{"next":@}}]}""", """{"other":{"card":@},"purchase":{"wind":@}}""",
        ];
        var (calls, tools) = (0, new Checkout().AgentTools());
        foreach (var table in new[] { tools, tools.With(new() { Lenient = true }) })
        {
            foreach (var json in places.SelectMany(place => forms.Select(form => place.Replace("@", form, StringComparison.Ordinal))))
            {
                foreach (var tool in new[] { "Buy", "BuyAll", "BuyEach", "Pay" }.Where(tool => Expects(tool, json)))
                {
                    using var log = StepLog.InMemory();
                    var result = await table.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
                    Assert.DoesNotContain(Secret, result.Content, StringComparison.Ordinal);
                    Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
                    calls += result.IsError ? 1 : 0;
                }
            }
        }

        Assert.True(calls > 500, $"{calls} calls were refused");
    }

    // Who sends a secret as something else that is not sensitive has told it: left out are calls in which it would be that.
    private static bool Expects(string tool, string json) =>
        json.Contains("\"wind\"", StringComparison.Ordinal) ? tool == "Pay"
        : !(json.Contains("{\"sizes\"", StringComparison.Ordinal) || json.Contains(":{\"pieces\":", StringComparison.Ordinal) && json.StartsWith("{\"purchases\"", StringComparison.Ordinal)) || tool != "BuyAll";
}
