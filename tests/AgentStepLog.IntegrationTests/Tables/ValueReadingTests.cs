using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>Every kind of value comes out of a model's JSON, and goes into the log, as what it is.</summary>
public sealed class ValueReadingTests
{
    private readonly ValueTools _tools = new();

    [Theory]
    [InlineData("Numbers", """{"a":-1,"b":255,"c":-3,"d":4,"e":-5,"f":6,"g":-9223372036854775808,"h":18446744073709551615,"i":-170141183460469231731687303715884105728,"j":340282366920938463463374607431768211455,"k":0.5,"l":1.5,"m":0.1,"n":1.10}""")]
    [InlineData("Texts", """{"a":"é 😀\n","b":null,"c":"x","d":true,"e":"6f9619ff-8b86-d011-b42d-00c04fc964ff","f":"https://example.com/a?b=c","g":"1.2.3"}""")]
    [InlineData("Times", """{"a":"2026-11-21T09:00:00","b":"2026-11-21T09:00:00+01:00","c":"2026-11-21","d":"09:30:15","e":"1.02:03:04"}""")]
    [InlineData("Nullables", """{"a":null,"b":null,"c":null,"d":null,"e":null}""")]
    [InlineData("Nullables", """{"a":1,"b":"2026-11-21T09:00:00+02:00","c":"Storm","d":["a"],"e":{"name":"n","level":1,"country":"c","notes":"x","near":[]}}""")]
    [InlineData("Enums", """{"a":"Storm","b":"Sunday","c":{"Storm":3}}""")]
    [InlineData("Lists", """{"a":[1,2],"b":["x",null],"c":[[1],[]],"d":["a","b"],"e":[7],"f":"AQI=","g":"AwQ=","h":[9]}""")]
    [InlineData("Dictionaries", """{"a":{"x":1,"y":2},"b":{"-5":"m"},"c":{"6f9619ff-8b86-d011-b42d-00c04fc964ff":true}}""")]
    [InlineData("Objects", """{"a":{"name":"n","level":3,"country":"c","notes":"none","near":[{"name":"m","level":2,"country":"d","notes":"none","near":[]}]},"b":{"x":1,"y":"z"}}""")]
    [InlineData("Json", """{"a":{"x":[1,null]},"b":[true],"c":[1,2],"d":{"y":1.50},"e":null}""")]
    public async Task What_a_model_sends_is_what_the_log_says(string tool, string json)
    {
        using var log = StepLog.InMemory();

        var result = await _tools.AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.IsError, result.Content);
        var step = Assert.IsType<ToolCallStep>(log.Steps.OfType<CallStep>().Single());
        Assert.Equal((StepRoute.Table, tool, null), (step.Route, step.Tool, step.Error));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(step.InputJson.ToString())), step.InputJson.ToString());
    }

    [Fact]
    public async Task Values_arrive_as_what_they_are()
    {
        await Call("Times", """{"a":"2026-11-21T09:00:00","b":"2026-11-21T09:00:00+01:00","c":"2026-11-21","d":"09:30:15","e":"1.02:03:04"}""");
        Assert.Equal(
            (new DateTime(2026, 11, 21, 9, 0, 0), new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1)), new DateOnly(2026, 11, 21), new TimeOnly(9, 30, 15), new TimeSpan(1, 2, 3, 4)),
            _tools.Got);

        await Call("Lists", """{"a":[1,2],"b":["x",null],"c":[[1],[]],"d":["a","b"],"e":[7],"f":"AQI=","g":"AwQ=","h":[9]}""");
        Assert.Equal("1,2|x,|1;|a,b|7|0102|0304|9", _tools.Got);

        await Call("Enums", """{"a":"Storm","b":"Saturday, Sunday","c":{"Storm":3,"Calm":1}}""");
        Assert.Equal((Wind.Storm, Days.Saturday | Days.Sunday, 3), _tools.Got);

        await Call("Dictionaries", """{"a":{"x":1},"b":{"-5":"m"},"c":{"6f9619ff-8b86-d011-b42d-00c04fc964ff":true}}""");
        Assert.Equal((1, "m", KeyValuePair.Create(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"), true)), _tools.Got);

        await Call("Json", """{"a":{"x":[1,null]},"b":[true],"c":[1,2],"d":{"y":1.50},"e":null}""");
        Assert.Equal(("""{"x":[1,null]}""", "[true]", 2, """{"y":1.50}""", (JsonObject?)null), _tools.Got);

        await Call("Numbers", """{"a":1,"b":2,"c":3,"d":4,"e":5.0,"f":6,"g":1e3,"h":8,"i":9,"j":10,"k":0.5,"l":1.5,"m":2e10,"n":1.10}""");
        Assert.EndsWith(", 5, 6, 1000, 8, 9, 10, 0.5, 1.5, 20000000000, 1.10)", string.Create(CultureInfo.InvariantCulture, $"{_tools.Got}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_keeps_the_value_that_the_type_gives_it()
    {
        var result = await Call("Objects", """{"a":{"name":"n","country":"c"},"b":{"x":1,"y":"z"}}""");

        var (spot, pair) = Assert.IsType<(Spot, (int, string))>(_tools.Got);
        Assert.Equal(("n", 2, "c", "none", 0), (spot.Name, spot.Level, spot.Country, spot.Notes, spot.Near.Count));
        Assert.Equal((1, "z"), pair);
        Assert.Equal("""{"name":"n","level":2,"country":"c","notes":"none","near":[]}""", Sorted(result.Content, "name", "level", "country", "notes", "near"));
    }

    private static string Sorted(string json, params string[] names)
    {
        var value = JsonNode.Parse(json)!.AsObject();
        Assert.Equal(names.Length, value.Count);
        return new JsonObject(names.Select(n => KeyValuePair.Create(n, value[n]?.DeepClone()))).ToJsonString();
    }

    private async Task<ToolResult> Call(string tool, string json)
    {
        var result = await _tools.AgentTools().InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(result.IsError, result.Content);
        return result;
    }
}
