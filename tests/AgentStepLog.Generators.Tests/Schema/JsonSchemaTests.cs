using AgentStepLog.Generators.Emission.Schema;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Schema;

public sealed class JsonSchemaTests
{
    [Fact]
    public void Parameters_are_properties_with_type_description_and_default()
    {
        Assert.Equal(
            """{"type":"object","properties":{"who":{"description":"Whom to \"greet\".","type":"string"},"times":{"type":"integer","default":3},"loud":{"type":"boolean","default":false},"note":{"type":["string","null"],"default":null}},"required":["who"]}""",
            Schema("""
                /// <param name="who">Whom to "greet".</param>
                [AgentTool] public void M(string who, int times = 3, bool loud = false, string? note = null) { }
                """));
    }

    [Fact]
    public void A_default_given_by_an_attribute_is_json_too()
    {
        Assert.Equal(
            """{"type":"object","properties":{"at":{"type":"string","format":"date-time","default":"2020-01-01T00:00:00"},"rate":{"type":"number","default":1.5}}}""",
            Schema("""
                [AgentTool] public void M(
                    [System.Runtime.CompilerServices.DateTimeConstant(637134336000000000L), System.Runtime.InteropServices.Optional] DateTime at,
                    [System.Runtime.CompilerServices.DecimalConstant(1, 0, 0u, 0u, 15u), System.Runtime.InteropServices.Optional] decimal rate) { }
                """));
    }

    [Fact]
    public void A_tool_without_parameters_takes_an_empty_object()
    {
        Assert.Equal("""{"type":"object","properties":{}}""", Schema("[AgentTool] public void M() { }"));
    }

    [Fact]
    public void Injected_parameters_are_absent()
    {
        Assert.Equal(
            """{"type":"object","properties":{"q":{"type":"string"}},"required":["q"]}""",
            Schema("[AgentTool] public Task M(string q, IDisposable? service = null, CancellationToken cancellationToken = default) => Task.CompletedTask;"));
    }

    [Fact]
    public void Scalars_have_their_formats()
    {
        Assert.Equal(
            """
            {"type":"object","properties":{"a":{"type":"string","format":"date-time"},"b":{"type":["string","null"],"format":"date-time"},"c":{"type":"string","format":"date"},"d":{"type":"string","format":"time"},"e":{"$comment":"Represents a System.TimeSpan value.","type":"string","pattern":"^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$"},"f":{"type":"string","format":"uuid"},"g":{"type":["string","null"],"format":"uri"},"h":{"type":"string","minLength":1,"maxLength":1},"i":{"type":"string"},"j":{"type":"number"},"k":{"type":["integer","null"]},"l":true,"m":{"type":"object"}},"required":["a","b","c","d","e","f","g","h","i","j","k","l","m"]}
            """,
            Schema("[AgentTool] public void M(DateTime a, DateTimeOffset? b, DateOnly c, TimeOnly d, TimeSpan e, Guid f, Uri? g, char h, byte[] i, decimal j, long? k, object l, System.Text.Json.Nodes.JsonObject m) { }"));
    }

    [Fact]
    public void Enums_are_their_names_and_flags_a_text_that_tells_them()
    {
        Assert.Equal(
            """{"type":"object","properties":{"a":{"type":"string","enum":["Red","bl-ue"]},"b":{"type":["string","null"],"enum":["Red","bl-ue",null],"default":"bl-ue"},"c":{"description":"One or more of Read, Write, with commas between them.","type":"string"}},"required":["a","c"]}""",
            Schema(
                "[AgentTool] public void M(Color a, Access c, Color? b = Color.Blue) { }",
                """
                enum Color { Red, [System.Text.Json.Serialization.JsonStringEnumMemberName("bl-ue")] Blue, Crimson = Red }
                [Flags] enum Access { Read = 1, Write = 2 }
                """,
                "a,b,c"));
    }

    [Fact]
    public void What_enum_members_mean_stands_in_the_description()
    {
        Assert.Equal(
            """{"type":"object","properties":{"a":{"description":"How.\n- Fast: No checks.\n- Safe: All checks.","type":"string","enum":["Fast","Safe","Other"]}},"required":["a"]}""",
            Schema(
                """
                /// <param name="a">How.</param>
                [AgentTool] public void M(Mode a) { }
                """,
                """
                enum Mode
                {
                    /// <summary>No checks.</summary>
                    Fast,
                    /// <summary>All checks.</summary>
                    Safe,
                    Other,
                }
                """));
    }

    [Fact]
    public void Collections_have_items_and_dictionaries_additional_properties()
    {
        Assert.Equal(
            """{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}},"b":{"type":["array","null"],"items":{"type":["string","null"]}},"c":{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer"}}}},"required":["a","b","c"]}""",
            Schema("[AgentTool] public void M(string[] a, List<string?>? b, Dictionary<string, int[]> c) { }"));
    }

    [Fact]
    public void Objects_have_the_members_that_can_be_given_with_their_docs_and_defaults()
    {
        Assert.Equal(
            """{"type":"object","properties":{"p":{"description":"A place.","type":"object","properties":{"name":{"description":"Its name.","type":"string"},"height":{"description":"In metres.","type":"integer","default":7},"owner":{"type":["string","null"]},"iso":{"type":"string"}},"required":["name","iso"]}},"required":["p"]}""",
            Schema(
                "[AgentTool] public void M(Place p) { }",
                """
                /// <summary>A place.</summary>
                /// <param name="Name">Its name.</param>
                /// <param name="Height">In metres.</param>
                record Place(string Name, int Height = 7)
                {
                    public string? Owner { get; init; }
                    [System.Text.Json.Serialization.JsonPropertyName("iso")] public required string Code { get; set; }
                    public int Computed => 1;
                    [System.Text.Json.Serialization.JsonIgnore] public int Hidden { get; set; }
                }
                """));
    }

    [Fact]
    public void A_type_that_contains_itself_is_a_reference()
    {
        Assert.Equal(
            """{"type":"object","properties":{"a/b":{"type":"object","properties":{"name":{"type":"string"},"next":{"type":["object","null"],"properties":{"name":{"type":"string"},"next":{"$ref":"#/properties/a/properties/next"},"kids":{"type":"array","items":{"$ref":"#/properties/a"}}}},"kids":{"type":"array","items":{"$ref":"#/properties/a"}}}}},"required":["a/b"]}"""
                .Replace("a/b", "a", StringComparison.Ordinal),
            Schema(
                "[AgentTool] public void M(Node a) { }",
                """class Node { public string Name { get; set; } = ""; public Node? Next { get; set; } public List<Node> Kids { get; set; } = []; }"""));
    }

    [Fact]
    public void Characters_that_nobody_would_see_are_escaped()
    {
        var schema = Schema("""
            [AgentTool] public void M([System.ComponentModel.Description("a\u202Eb\u2028c\u0085d\n\"é😀")] int a) { }
            """);

        Assert.Contains("""a\u202eb\u2028c\u0085d\n\"é😀""", schema, StringComparison.Ordinal);
        Assert.Equal("a\u202Eb\u2028c\u0085d\n\"é😀", System.Text.Json.JsonDocument.Parse(schema).RootElement
            .GetProperty("properties").GetProperty("a").GetProperty("description").GetString());
    }

    private static string Schema(string method, string types = "", string? order = null)
    {
        var source = $$"""
            using AgentStepLog;
            using System;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            class C
            {
                {{method}}
            }
            {{types}}
            """;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Schema",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13))],
            trusted,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var symbol = (IMethodSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
        MethodModel model = MethodParser.Parse(Annotations.OwnOf(symbol)!, compilation)!;
        return JsonSchema.OfInput(order is null ? model : model with
        {
            Parameters = new(model.Parameters.OrderBy(p => order.IndexOf(p.Name, StringComparison.Ordinal))),
        });
    }
}
