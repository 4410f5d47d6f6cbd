using System.Globalization;
using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Flags;

/// <summary>Combinations of flags are names wherever a value stands, and the text of a result is an argument of the next call.</summary>
public sealed class FlagTests : IDisposable
{
    private readonly FlagTools _tools = new();
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    // One whose minus sign is another than JSON's.
    public FlagTests()
    {
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "\u2212";
        CultureInfo.CurrentCulture = other;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    public static TheoryData<string, object, string> Values => new()
    {
        { "OfAccess", Access.None, "None" },
        { "OfAccess", Access.Read, "Read" },
        { "OfAccess", Access.ReadWrite, "ReadWrite" },
        { "OfAccess", Access.Read | Access.Delete, "Read, Delete" },
        { "OfAccess", Access.ReadWrite | Access.Delete, "ReadWrite, Delete" },
        { "OfAccess", Access.Read | (Access)8, "Read, 8" },
        { "OfAccess", (Access)8, "8" },
        { "OfAccess", (Access)(-1), "ReadWrite, Delete, -8" },
        { "OfAccess", (Access)int.MinValue, "-2147483648" },
        { "OfOverlap", (Overlap)0, "0" },
        { "OfOverlap", (Overlap)7, "Low, High" },
        { "OfOverlap", (Overlap)1, "1" },
        { "OfOverlap", (Overlap)135, "Low, High, Top" },
        { "OfOverlap", (Overlap)200, "Top, 72" },
        { "OfSigned", Signed.All, "All" },
        { "OfSigned", Signed.One | Signed.Lowest, "One, Lowest" },
        { "OfSigned", (Signed)(-3), "One, Lowest, 124" },
        { "OfSigned", (Signed)0, "0" },
        { "OfShort", Short.A | Short.C, "A, C" },
        { "OfShort", (Short)(-1), "A, B, C, 16382" },
        { "OfWide", Wide.One | Wide.Top, "One, Top" },
        { "OfWide", (Wide)ulong.MaxValue, "One, Top, 9223372036854775806" },
        { "OfLong", Long.One | Long.Top, "One, Top" },
        { "OfLong", (Long)(-2), "Top, 9223372036854775806" },
        { "OfWord", Word.One | Word.Top, "One, Top" },
        { "OfWord", (Word)uint.MaxValue, "One, Top, 2147483646" },
        { "OfNamed", (Named)3, "read-only, é <b>" },
        { "OfNamed", (Named)7, "read-only, é <b>, 4" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_result_is_text_and_an_argument_of_the_next_call(string tool, object value, string text)
    {
        using var log = FlagLog.InMemory();
        var method = typeof(FlagTools).GetMethod(tool)!;

        var first = await Call(tool, $$"""{"value":{{JsonSerializer.Serialize(text)}}}""");
        var second = await Call(tool, $$"""{"value":{{first}}}""");

        Assert.Equal((text, first), (JsonSerializer.Deserialize<string>(first), second));
        Assert.Equal(value, method.Invoke(_tools, [value]));
        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(2, steps.Count);
        Assert.All(steps, s => Assert.Equal((text, text), (s.InputJson.ToElement().GetProperty("value").GetString(), s.OutputJson.ToElement().GetString())));
        Assert.All(steps, s => Assert.Equal(value, s.GetType().GetProperty("Value")!.GetValue(s)));
    }

    [Theory]
    [InlineData("OfAccess", "3")]
    [InlineData("OfAccess", "\"3\"")]
    [InlineData("OfAccess", "\"9\"")]
    [InlineData("OfAccess", "\"0\"")]
    [InlineData("OfAccess", "\"Read, 0\"")]
    [InlineData("OfAccess", "\"-1\"")]
    [InlineData("OfAccess", "\"4294967296\"")]
    [InlineData("OfAccess", "\"read\"")]
    [InlineData("OfAccess", "\"\"")]
    [InlineData("OfAccess", "\"Read|Write\"")]
    [InlineData("OfAccess", "[\"Read\"]")]
    [InlineData("OfOverlap", "\"256\"")]
    [InlineData("OfOverlap", "\"Low, 0\"")]
    [InlineData("OfWide", "\"-2\"")]
    [InlineData("OfPlain", "3")]
    [InlineData("OfPlain", "\"One, Two\"")]
    public async Task A_number_of_what_has_names_is_no_argument(string tool, string json)
    {
        var result = await _tools.AgentTools().InvokeAsync(tool, $$"""{"value":{{json}}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError, result.Content);
        Assert.Contains(tool == "OfAccess" ? "\"Read\", \"Write\", \"Delete\"" : "expected", result.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OfNullable", "\"Read, Delete\"")]
    [InlineData("OfNullable", "null")]
    [InlineData("OfItems", "[\"Read, Delete\",\"None\",\"Write, 8\",\"8\"]")]
    [InlineData("OfMember", "{\"value\":\"Read, Delete\",\"maybe\":\"ReadWrite, 16\"}")]
    [InlineData("OfEntries", "{\"Read, Delete\":\"Read, 8\",\"8\":\"Write, Delete\",\"None\":\"None\"}")]
    public async Task Names_stand_in_items_members_and_keys(string tool, string json)
    {
        using var log = FlagLog.InMemory();

        Assert.Equal(json, await Call(tool, $$"""{"value":{{json}}}"""));

        var step = log.Steps.OfType<ToolCallStep>().Single();
        Assert.Equal((json, json), (step.InputJson.ToElement().GetProperty("value").GetRawText(), step.OutputJson.ToString()));
    }

    [Fact]
    public void Direct_calls_lazy_results_and_values_without_a_declared_type_say_the_same()
    {
        using var log = StepLog.InMemory();
        var two = Access.Read | Access.Delete;

        _tools.OfAccess(two);
        _ = _tools.Lazily((Access)9).ToList();
        _tools.Untyped(two);
        _tools.Untyped(new Dictionary<Access, object> { [two] = new object[] { (Access)9, Plain.One | Plain.Two } });
        _tools.Untyped(StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries | (StringSplitOptions)8);
        _tools.Untyped(new Dictionary<string, object?> { ["a"] = (StringSplitOptions)0, ["b"] = (DayOfWeek)(-3) });
        _tools.Untyped(new Dictionary<StringSplitOptions, int> { [(StringSplitOptions)3] = 1, [(StringSplitOptions)(-4)] = 2 });
        _tools.OfPlainKeys(new() { [(Plain)(-3)] = 1 });

        var steps = log.Steps.OfType<ToolCallStep>().Select(s => s.OutputJson.ToString()).ToList();
        Assert.Equal(
            [
                "\"Read, Delete\"", "[\"Read, 8\"]", "\"Read, Delete\"", """{"Read, Delete":["Read, 8",3]}""",
                "\"RemoveEmptyEntries, TrimEntries, 8\"", """{"a":"None","b":-3}""", """{"RemoveEmptyEntries, TrimEntries":1,"-4":2}""", """{"-3":1}""",
            ],
            steps);
    }

    [Theory]
    [InlineData("""["Read","Delete"]""", "Read, Delete")]
    [InlineData("""["Read"]""", "Read")]
    [InlineData("[]", "None")]
    [InlineData("""["Read, Write","8"]""", "ReadWrite, 8")]
    public async Task A_lenient_table_takes_an_array_of_names_and_says_so(string json, string meant)
    {
        using var log = StepLog.InMemory();

        var result = await _tools.AgentTools().With(new() { Lenient = true }).InvokeAsync("OfAccess", $$"""{"value":{{json}}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"\"{meant}\"", result.Content);
        Assert.Equal(["/input/value"], log.Steps.OfType<ToolCallStep>().Single().Coerced);
    }

    [Theory]
    [InlineData("""["Read",5]""")]
    [InlineData("""["Reed"]""")]
    [InlineData("5")]
    public async Task A_lenient_table_guesses_no_names(string json) => Assert.True(
        (await _tools.AgentTools().With(new() { Lenient = true }).InvokeAsync("OfAccess", $$"""{"value":{{json}}}""", cancellationToken: TestContext.Current.CancellationToken)).IsError);

    [Theory]
    [InlineData("Chosen", "Read", true)]
    [InlineData("Chosen", "Delete,Read", true)]
    [InlineData("Chosen", "Write", false)]
    [InlineData("Refused", "Write,Read", false)]
    [InlineData("Refused", "ReadWrite", false)]
    [InlineData("Refused", "8, Read", false)]
    [InlineData("Refused", "Read, Delete", true)]
    public async Task Allowed_and_denied_combinations_are_meant_however_they_are_spelt(string tool, string value, bool isTaken)
    {
        var result = await _tools.AgentTools().InvokeAsync(tool, $$"""{"value":"{{value}}"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(!isTaken, result.IsError);
    }

    [Theory]
    [InlineData("OfAccess", "Read, Delete")]
    [InlineData("OddDefault", "Read, 8")]
    public async Task The_default_that_a_schema_tells_is_what_the_tool_gets(string tool, string expected)
    {
        var function = _tools.AgentTools()[tool];

        var result = await function.InvokeAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        var told = function.SchemaElement.GetProperty("properties").GetProperty("value").GetProperty("default").GetString();

        Assert.Equal(($"\"{expected}\"", expected), (result.Content, told));
    }

    private async Task<string> Call(string tool, string json)
    {
        var result = await _tools.AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(result.IsError, result.Content);
        return result.Content;
    }
}
