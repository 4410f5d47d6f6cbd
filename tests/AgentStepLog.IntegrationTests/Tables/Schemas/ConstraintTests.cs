using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>What attributes demand of an argument stands in the schema, and what does not meet it is refused in words.</summary>
public sealed class ConstraintTests
{
    private static readonly ToolTable s_tools = ConstraintToolsAgentTools.AgentTools();

    [Theory]
    [InlineData("Timed", """{"a":{"description":"From 2026-01-01 to 2026-12-31T12:30.","type":"string","format":"date-time"},"b":{"description":"From 2026-01-01 to 2026-12-31.","type":["string","null"],"format":"date"},"c":{"description":"From 09:00 and before 17:00.","type":"string","format":"time"},"d":{"description":"From 00:30:00 to 1.00:00:00.","$comment":"Represents a System.TimeSpan value.","type":"string","pattern":"^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$"},"e":{"description":"After 2026-01-01T00:00:00Z to 2026-01-02T00:00:00+02:00.","type":"string","format":"date-time"}}""")]
    [InlineData("Ranged", """{"a":{"type":"integer","minimum":1,"maximum":10},"b":{"type":"number","minimum":0.5,"maximum":2.5,"default":1},"c":{"type":["integer","null"],"exclusiveMinimum":1,"exclusiveMaximum":10,"default":null},"d":{"type":"number","minimum":1.5,"maximum":2,"default":2},"e":{"type":"number","minimum":0,"default":0}}""")]
    [InlineData("Sized", """{"a":{"type":"string","minLength":2,"maxLength":5},"b":{"type":["array","null"],"items":{"type":"integer"},"minItems":1,"default":null},"c":{"type":["object","null"],"additionalProperties":{"type":"integer"},"maxProperties":2,"default":null},"d":{"type":["array","null"],"items":{"type":"string"},"minItems":1,"maxItems":2,"default":null},"e":{"type":["string","null"],"maxLength":3,"default":null}}""")]
    [InlineData("Patterned", """{"a":{"type":"string","pattern":"^(?:[a-c]+)$"},"b":{"type":"string","format":"email","default":""},"c":{"type":"string","format":"uri","default":""},"d":{"type":"string","contentEncoding":"base64","default":""},"e":{"type":"string","format":"date","default":""}}""")]
    [InlineData("Chosen", """{"a":{"type":"string","enum":["a","b\""]},"b":{"type":"integer","enum":[1,2],"default":1},"c":{"type":"string","not":{"enum":["x"]},"default":""},"d":{"type":"string","enum":["Calm"],"default":"Calm"},"e":{"type":["string","null"],"enum":["a",null],"default":null},"f":{"type":"number","not":{"enum":[0]},"default":1}}""")]
    [InlineData("Demanded", """{"a":{"type":"string","minLength":1},"b":{"type":"string"},"c":{"type":"integer","default":3},"d":{"type":"integer","default":7},"e":{"type":["string","null"],"default":"d"}}""")]
    [InlineData("Inside", """{"a":{"description":"A thing that is checked.","type":"object","properties":{"a":{"type":"integer","minimum":1,"maximum":5},"b":{"type":"string","maxLength":3,"default":"b"},"c":{"type":"integer"},"d":{"type":"string","minLength":1},"e":{"type":"array","items":{"type":"integer"},"minItems":1},"f":{"type":["string","null"],"pattern":"^x$","title":"Eff"}},"required":["a","c","d"]}}""")]
    [InlineData("Flagged", """{"days":{"description":"One or more of None, Saturday, Sunday, with commas between them.","type":"string","default":"Saturday, Sunday"}}""")]
    public void The_schema_says_it(string tool, string properties)
    {
        var actual = JsonNode.Parse(s_tools[tool].Schema)!["properties"]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(properties), actual), actual.ToJsonString());
    }

    [Fact]
    public void What_is_demanded_is_required_whatever_its_default() =>
        Assert.Equal("""["a","b","c"]""", JsonNode.Parse(s_tools["Demanded"].Schema)!["required"]!.ToJsonString());

    [Theory]
    [InlineData("Ranged", """{"a":1,"b":2.5,"c":9,"d":1.50,"e":1e30}""")]
    [InlineData("Ranged", """{"a":10,"c":null}""")]
    [InlineData("Timed", """{"a":"2026-01-01T00:00:00","b":"2026-12-31","c":"09:00","d":"1.00:00:00","e":"2026-01-01T21:59:59Z"}""")]
    [InlineData("Timed", """{"a":"2026-12-31T12:30:00","b":null,"c":"16:59:59","d":"00:30:00","e":"2026-01-02T00:00:00+02:00"}""")]
    [InlineData("Sized", """{"a":"😀😀😀😀😀","b":[1],"c":{"x":1,"y":2},"d":["x"],"e":null}""")]
    [InlineData("Patterned", """{"a":"abc","b":"ann@example.com","c":"https://example.com","d":"AQI=","e":"2026-11-21"}""")]
    [InlineData("Chosen", """{"a":"b\"","b":2.0,"c":"y","d":"Calm","e":null,"f":0.1}""")]
    [InlineData("Demanded", """{"a":"x","b":"","c":1}""")]
    [InlineData("Inside", """{"a":{"a":5,"c":1,"d":"d","e":[1],"f":"x"}}""")]
    [InlineData("Inside", """{"a":{"a":1,"c":1,"d":"d","f":null}}""")]
    public async Task What_fits_is_taken(string tool, string json)
    {
        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(result.IsError, result.Content);
    }

    [Theory]
    [InlineData(
        "Ranged", """{"a":11,"b":0.4,"c":1,"d":1.49,"e":-0.5}""",
        """
        - a: expected a whole number from 1 to 10, got the number 11
        - b: expected a number from 0.5 to 2.5, got the number 0.4
        - c: expected a whole number greater than 1 and less than 10 or null, got the number 1
        - d: expected a number from 1.5 to 2, got the number 1.49
        - e: expected a number of at least 0, got the number -0.5
        """)]
    [InlineData(
        "Timed", """{"a":"2026-12-31T12:30:01","b":"2025-12-31","c":"17:00","d":"00:29:59","e":"2026-01-01T00:00:00Z"}""",
        "- a: expected an ISO 8601 date-time from 2026-01-01T00:00:00 to 2026-12-31T12:30:00, got the string \"2026-12-31T12:30:01\"\n"
        + "- b: expected a date from 2026-01-01 to 2026-12-31 or null, got the string \"2025-12-31\"\n"
        + "- c: expected a time of day from 09:00:00 and before 17:00:00, got the string \"17:00\"\n"
        + "- d: expected a duration from 00:30:00 to 1.00:00:00, got the string \"00:29:59\"\n"
        + "- e: expected an ISO 8601 date-time with offset after 2026-01-01T00:00:00Z to 2026-01-01T22:00:00Z, got the string \"2026-01-01T00:00:00Z\"")]
    [InlineData("Ranged", """{"a":99999999999999999999}""", "- a: expected a whole number from 1 to 10, got the number 99999999999999999999")]
    [InlineData("Ranged", """{"a":"x"}""", "- a: expected a whole number from 1 to 10, got the string \"x\"")]
    [InlineData("Ranged", """{"c":true}""", "- a: expected a whole number from 1 to 10, got nothing: it is required\n- c: expected a whole number greater than 1 and less than 10 or null, got the boolean true")]
    [InlineData(
        "Sized", """{"b":"xyz","c":[],"d":{"a":1},"e":7}""",
        """
        - a: expected a string of 2 to 5 characters, got nothing: it is required
        - b: expected an array of at least 1 item or null, got the string "xyz"
        - c: expected an object of at most 2 members or null, got an array
        - d: expected an array of 1 to 2 items or null, got an object
        - e: expected a string of at most 3 characters or null, got the number 7
        """)]
    [InlineData("Inside", "{}", "- a: expected an object, got nothing: it is required")]
    [InlineData(
        "Sized", """{"a":"x","b":[],"c":{"x":1,"y":2,"z":3},"d":["x","y","z"],"e":"abcd"}""",
        """
        - a: expected a string of 2 to 5 characters, got the string "x" of 1 character
        - b: expected an array of at least 1 item or null, got an array of 0 items
        - c: expected an object of at most 2 members or null, got an object of 3 members
        - d: expected an array of 1 to 2 items or null, got an array of 3 items
        - e: expected a string of at most 3 characters or null, got the string "abcd" of 4 characters
        """)]
    [InlineData(
        "Patterned", """{"a":"xabc","b":"ann","c":"example","d":"?","e":"21.11.2026"}""",
        """
        - a: expected a string that matches the pattern ^(?:[a-c]+)$, got the string "xabc"
        - b: expected an e-mail address such as ann@example.com, got the string "ann"
        - c: expected a URI such as https://example.com/path, got the string "example"
        - d: expected a string of base64, got the string "?"
        - e: expected a date such as 2026-11-21, got the string "21.11.2026"
        """)]
    [InlineData(
        "Chosen", """{"a":"c","b":3,"c":"x","d":"Storm","e":"b","f":0.0}""",
        """
        - a: expected one of "a", "b\"", got the string "c"
        - b: expected one of 1, 2, got the number 3
        - c: expected anything but "x", got the string "x"
        - d: expected one of "Calm", got the string "Storm"
        - e: expected one of "a", null, got the string "b"
        - f: expected anything but 0, got the number 0.0
        """)]
    [InlineData(
        "Demanded", """{"a":null,"b":null}""",
        """
        - a: expected a string of at least 1 character, got null
        - b: expected a string, got null
        - c: expected a whole number from -2147483648 to 2147483647, got nothing: it is required
        """)]
    [InlineData(
        "Inside", """{"a":{"a":6,"b":"long","d":"","e":[],"f":"xx"}}""",
        """
        - a.a: expected a whole number from 1 to 5, got the number 6
        - a.b: expected a string of at most 3 characters, got the string "long" of 4 characters
        - a.c: expected a whole number from -2147483648 to 2147483647, got nothing: it is required
        - a.d: expected a string of at least 1 character, got the string "" of 0 characters
        - a.e: expected an array of at least 1 item, got an array of 0 items
        - a.f: expected a string that matches the pattern ^x$ or null, got the string "xx"
        """)]
    public async Task What_does_not_fit_is_refused_in_words(string tool, string json, string problems)
    {
        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal($"Invalid arguments for {tool}:\n{problems}", result.Content);
    }

    [Theory]
    [InlineData("Ranged", """{"a":"99"}""", "- a: expected a whole number from 1 to 10, got the number 99")]
    [InlineData("Ranged", """{"a":"many"}""", "- a: expected a whole number from 1 to 10, got the string \"many\"")]
    [InlineData("Sized", """{"a":1}""", "- a: expected a string of 2 to 5 characters, got the string \"1\" of 1 character")]
    [InlineData("Sized", """{"a":"abc","d":"[\"x\",\"y\",\"z\"]"}""", "- d: expected an array of 1 to 2 items or null, got an array of 3 items")]
    public async Task A_lenient_table_tells_what_is_wrong_with_what_was_meant(string tool, string json, string problem)
    {
        var result = await s_tools.With(new() { Lenient = true }).InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"Invalid arguments for {tool}:\n{problem}", result.Content);
    }

    [Fact]
    public async Task What_an_attribute_gives_as_default_is_passed()
    {
        var result = await s_tools.InvokeAsync("Demanded", """{"a":"x","b":"","c":1}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("x  1 7 d", result.Content);
    }
}
