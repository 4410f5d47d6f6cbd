using AgentStepLog.Generators.Tests.Conformance.Comparing;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Conformance;

/// <summary>
/// What a model is told of a tool, and what it may send, is what <c>AIFunctionFactory</c> of Microsoft.Extensions.AI makes of the
/// method, but for the differences that are meant.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Tools_are_those_of_Microsoft_Extensions_AI_but_for_what_is_declared()
    {
        var result = await CorpusResult.Run();

        output.WriteLine(result.Summary);
        Assert.True(result.Undeclared.Count == 0, $"{result.Undeclared.Count} differences without a reason:\n{string.Join("\n", result.Undeclared.Take(80))}");
        var gone = Reasons.All.Where(r => !result.Declared[r].Any()).Select(static r => r.What).ToList();
        Assert.True(gone.Count == 0, $"Reasons for differences that are gone:\n{string.Join("\n", gone)}");
        Snapshot.Verify(result.Text());
        ConformancePage.Verify(ConformancePage.Table(result));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"$ref":"#/properties/a/x"}}}""")]
    [InlineData("true")]
    [InlineData(null)]
    public void A_wrong_schema_is_noticed(string? other) =>
        Assert.NotEmpty(Schemas.Compare("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"$ref":"#/properties/a"}}}""", other));

    [Fact]
    public void Order_and_places_of_references_do_not_matter() => Assert.Empty(Schemas.Compare(
        """{"type":"object","properties":{"a":{"enum":["x","y"]},"b":{"$ref":"#/properties/a"}},"required":["a","b"]}""",
        """{"required":["b","a"],"properties":{"b":{"enum":["y","x"]},"a":{"$ref":"#/properties/b"}},"type":"object","additionalProperties":true}"""));
}
