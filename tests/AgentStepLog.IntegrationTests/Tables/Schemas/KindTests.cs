using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.Tables.Schemas;

/// <summary>What JSON attributes say of a type, its schema says and its reader does.</summary>
public sealed class KindTests
{
    private static readonly ToolTable s_tools = KindToolsAgentTools.AgentTools();

    [Theory]
    [InlineData("Tame", """{"a":{"type":"object","anyOf":[{"properties":{"kind":{"const":1},"legs":{"type":"integer"},"barks":{"type":"boolean"}},"required":["kind","legs","barks"]},{"properties":{"legs":{"type":"integer"}},"required":["legs"]}]}}""")]
    [InlineData("Extend", """{"a":{"type":"object","properties":{"a":{"type":"integer"}}}}""")]
    [InlineData("Skips", """{"a":{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]},"b":{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],"additionalProperties":false}}""")]
    [InlineData("Sides", """{"a":{"type":"object","properties":{"read":{"type":"integer"}}}}""")]
    [InlineData("Numbers", """{"a":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"array","items":{"type":"number"}},"c":{"anyOf":[{"type":"number"},{"enum":["NaN","Infinity","-Infinity"]}]},"d":{"type":"integer"}}}}""")]
    public void The_schema_says_it(string tool, string properties) => Same(properties, JsonNode.Parse(s_tools[tool].Schema)!["properties"]!);

    [Fact]
    public void Kinds_stand_side_by_side_and_one_in_itself_is_a_reference() => Same(
        """{"type":"object","required":["$type"],"anyOf":[{"description":"Round.","properties":{"$type":{"const":"circle"},"name":{"type":["string","null"]},"radius":{"type":"number"},"inside":{"type":"array","items":{"$ref":"#/properties/a"}}}},{"properties":{"$type":{"const":"box"},"name":{"type":["string","null"]},"width":{"type":"number"}},"required":["width"]}]}""",
        JsonNode.Parse(s_tools["Shaped"].Schema)!["properties"]!["a"]!);

    [Theory]
    [InlineData("Results", """{"description":"What came of it.","type":"array","items":{"description":"An outcome.","type":["object","null"],"properties":{"a":{"type":"integer"},"secret":{"type":"string"},"note":{"type":["string","null"]},"sum":{"type":"integer"}},"required":["a","secret","note"]}}""")]
    [InlineData("Writes", """{"type":"object","properties":{"written":{"type":"integer"}}}""")]
    [InlineData("Skips", """{"type":"string"}""")]
    public void The_result_has_a_schema_too(string tool, string schema)
    {
        Same(schema, JsonNode.Parse(s_tools[tool].ResultSchema!)!);
        Assert.Equal(s_tools[tool].ResultSchema, s_tools[tool].ResultSchemaElement!.Value.GetRawText());
    }

    [Fact]
    public void What_returns_nothing_has_no_schema_of_it()
    {
        Assert.Null(s_tools["Nothing"].ResultSchema);
        Assert.Null(s_tools["Nothing"].ResultSchemaElement);
    }

    [Theory]
    [InlineData("Shaped", """{"a":{"$type":"circle","radius":1.5,"name":"c","inside":[{"$type":"box","width":2}]}}""", """{"$type":"circle","name":"c","radius":1.5,"inside":[{"$type":"box","name":null,"width":2}]}""")]
    [InlineData("Shaped", """{"a":{"width":2,"$type":"box"}}""", """{"$type":"box","name":null,"width":2}""")]
    [InlineData("Tame", """{"a":{"kind":1,"legs":4,"barks":true}}""", """{"kind":1,"legs":4,"barks":true}""")]
    [InlineData("Tame", """{"a":{"legs":2}}""", """{"legs":2}""")]
    [InlineData("Extend", """{"a":{"x":[1],"a":2,"y":"z"}}""", """{"a":2,"x":[1],"y":"z"}""")]
    [InlineData("Extend", """{"a":{"a":2}}""", """{"a":2}""")]
    [InlineData("Skips", """{"a":{"a":1,"b":2},"b":{"a":3}}""", "1 3")]
    [InlineData("Sides", """{"a":{"read":1}}""", "1 0")]
    [InlineData("Writes", "{}", """{"written":2}""")]
    [InlineData("Numbers", """{"a":{"a":"1","b":["2.5",3],"c":"NaN","d":4}}""", "1 2.5|3 NaN 4")]
    [InlineData("Collections", """{"a":[1,2],"b":[3],"c":[4,5],"d":[6],"e":{"x":7},"f":[8],"g":"AQI="}""", "1,2 3 4,5 6 [x, 7] 8 2")]
    [InlineData("Strict", """{"count":1,"text":null,"shape":null,"tree":null,"wind":null,"n":null}""", "1 t   Calm ")]
    public async Task What_fits_is_taken(string tool, string json, string expected)
    {
        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Content);
    }

    [Theory]
    [InlineData("Shaped", """{"a":{"$type":"cone"}}""", """- a.$type: expected one of "circle", "box", got the string "cone" """)]
    [InlineData("Shaped", """{"a":{"name":"x"}}""", """- a.$type: expected one of "circle", "box", got nothing: it is required""")]
    [InlineData("Shaped", """{"a":[]}""", "- a: expected an object, got an array")]
    [InlineData("Shaped", """{"a":{"$type":"box","width":"x","radius":1}}""", "- a.width: expected a number, got the string \"x\"\n- a.radius: no such property; there are \"$type\", \"width\", \"name\"")]
    [InlineData("Tame", """{"a":{"kind":2,"legs":4}}""", "- a.kind: expected one of 1, got the number 2")]
    [InlineData("Extend", """{"a":{"a":"x","y":"z"}}""", "- a.a: expected a whole number from -2147483648 to 2147483647, got the string \"x\"")]
    [InlineData("Skips", """{"a":{"a":1},"b":{"a":3,"c":1}}""", """- b.c: no such property; there are "a" """)]
    [InlineData("Sides", """{"a":{"written":1}}""", """- a.written: no such property; there are "read" """)]
    [InlineData("Numbers", """{"a":{"a":"x","b":["NaN"],"c":"1","d":"4"}}""", "- a.a: expected a whole number from -2147483648 to 2147483647, got the string \"x\"\n- a.b[0]: expected a number, got the string \"NaN\"\n- a.c: expected a number, got the string \"1\"\n- a.d: expected a whole number from -2147483648 to 2147483647, got the string \"4\"")]
    public async Task What_does_not_fit_is_refused_in_words(string tool, string json, string problems)
    {
        var result = await s_tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal($"Invalid arguments for {tool}:\n{problems.Trim()}", result.Content);
    }

    [Fact]
    public void Strict_mode_requires_everything_allows_nothing_else_and_takes_null_for_what_is_left_out()
    {
        Same(
            """{"type":"object","properties":{"count":{"type":"integer"},"text":{"type":["string","null"],"description":"default: \"t\""},"shape":{"anyOf":[{"type":"object","properties":{"$type":{"type":"string","const":"circle"},"name":{"type":["string","null"]},"radius":{"type":["number","null"]},"inside":{"type":["array","null"],"items":{"$ref":"#/$defs/items1"}}},"required":["$type","name","radius","inside"],"additionalProperties":false,"description":"Round."},{"type":"object","properties":{"$type":{"type":"string","const":"box"},"name":{"type":["string","null"]},"width":{"type":"number"}},"required":["$type","name","width"],"additionalProperties":false},{"type":"null"}],"description":"default: null"},"tree":{"anyOf":[{"$ref":"#/$defs/tree2"},{"type":"null"}]},"wind":{"type":["string","null"],"enum":["Calm","Storm",null],"description":"default: \"Calm\""},"n":{"type":["integer","null"],"description":"default: 3"}},"required":["count","text","shape","tree","wind","n"],"additionalProperties":false}""",
            Without(JsonNode.Parse(s_tools["Strict"].StrictSchema!)!, "$defs"));
        Assert.Null(s_tools["Loose"].StrictSchema);
    }

    private static JsonNode Without(JsonNode schema, string name)
    {
        ((JsonObject)schema).Remove(name);
        return schema;
    }

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
