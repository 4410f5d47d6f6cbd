using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class AttributeTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations;\nusing System.Text.Json.Serialization;\n";

    [Theory]
    [InlineData("[{|StringLength(5)|}] int p", "[StringLength] says something of strings, and nothing of int")]
    [InlineData("[{|Range(1, 10)|}] string p", "[Range] says something of numbers, dates and times, and nothing of string")]
    [InlineData("[{|MinLength(1)|}] int? p", "[MinLength] says something of strings, collections and dictionaries, and nothing of int")]
    [InlineData("[{|EmailAddress|}] string[] p", "[EmailAddress] says something of strings, and nothing of string[]")]
    [InlineData("[{|Range(typeof(DateTime), \"1 May 2026\", \"2026-12-31\")|}] DateTime p", "its bounds are not those of System.DateTime in ISO 8601 to the second, the same on each machine, so [Range] is not held to")]
    [InlineData("[{|Range(typeof(DateTime), \"2026-01-01T00:00:00Z\", \"2026-12-31\")|}] DateTime p", "its bounds are not those of System.DateTime in ISO 8601 to the second, the same on each machine, so [Range] is not held to")]
    [InlineData("[{|Range(typeof(DateTimeOffset), \"2026-01-01T00:00:00\", \"2026-12-31T00:00:00Z\")|}] DateTimeOffset p", "its bounds are not those of System.DateTimeOffset in ISO 8601 to the second, the same on each machine, so [Range] is not held to")]
    [InlineData("[{|Range(typeof(DateTime), \"2026-01-01\", \"2026-12-31\")|}] DateOnly p", "its bounds are not those of System.DateOnly in ISO 8601 to the second, the same on each machine, so [Range] is not held to")]
    [InlineData("[{|Range(1, 2)|}] TimeSpan p", "its bounds are not those of System.TimeSpan in ISO 8601 to the second, the same on each machine, so [Range] is not held to")]
    [InlineData("[{|Range(typeof(DateOnly), \"2026-12-31\", \"2026-01-01\")|}] DateOnly p", "nothing is in [Range] from 2026-12-31 to 2026-01-01")]
    [InlineData("[{|Range(typeof(TimeOnly), \"09:00\", \"09:00\", MinimumIsExclusive = true)|}] TimeOnly p", "nothing is in [Range] from 09:00 to 09:00")]
    [InlineData("[{|Range(10, 1)|}] int p", "no number is in [Range] from 10 to 1")]
    [InlineData("[{|Range(1, 1, MinimumIsExclusive = true)|}] int p", "no number is in [Range] from 1 to 1")]
    [InlineData("[{|Range(typeof(int), \"a\", \"b\")|}] int p", "its bounds are no numbers, so [Range] is not held to")]
    [InlineData("[{|StringLength(2, MinimumLength = 5)|}] string p", "no length is at least 5 and at most 2")]
    [InlineData("[{|Length(3, 1)|}] int[] p", "no length is at least 3 and at most 1")]
    [InlineData("[{|AllowedValues(\"Upper\", \"Lowr\")|}] Deck p", "[AllowedValues] names \"Lowr\", and Deck has no such member")]
    [InlineData("[{|AllowedValues(Deck.Upper, (Deck)7)|}] Deck p", "[AllowedValues] names 7, and Deck has no such member")]
    [InlineData("[{|AllowedValues(\"Read, Reed\")|}] Marks p", "[AllowedValues] names \"Read, Reed\", and Marks has no such member")]
    [InlineData("[AllowedValues(Marks.Read | Marks.Write, (Marks)9)] Marks {|p|} = Marks.Read", "its default \"Read\" is none of its [AllowedValues]")]
    [InlineData("[{|AllowedValues(\"1\")|}] int p", "[AllowedValues] names \"1\", which no int can be")]
    [InlineData("[{|AllowedValues(1)|}] string? p", "[AllowedValues] names 1, which no string can be")]
    [InlineData("[Range(1, 8)] int {|p|} = 0", "its default 0 is not in its [Range]")]
    [InlineData("[MinLength(2)] string {|p|} = \"x\"", "its default \"x\" is not of the length that its attributes ask for")]
    [InlineData("[RegularExpression(\"[a-c]+\")] string {|p|} = \"xa\"", "its default \"xa\" does not match its [RegularExpression]")]
    [InlineData("[AllowedValues(1, 2)] int {|p|} = 3", "its default 3 is none of its [AllowedValues]")]
    [InlineData("[DeniedValues(Deck.Upper)] Deck {|p|} = Deck.Upper", "its default \"Upper\" is one of its [DeniedValues]")]
    public async Task What_cannot_be_meant_is_told(string parameter, string fault)
        => Assert.Equal(
            [$"Parameter 'p' of tool 'Tools.Use': {fault}"],
            await RuleTest.VerifyAsync<AttributeAnalyzer>(
                Usings + $$"""
                public enum Deck { Upper, Lower }
                [System.Flags] public enum Marks { Read = 1, Write = 2 }
                public class Tools { [AgentTool] public string Use({{parameter.Replace("{|", "[|", StringComparison.Ordinal).Replace("|}", "|]", StringComparison.Ordinal)}}) => ""; }
                """));

    [Fact]
    public async Task What_a_base_or_an_interface_demands_is_looked_at_where_it_is_implemented()
        => Assert.Equal(
            [
                "Parameter 'n' of tool 'Tools.Use': [StringLength] says something of strings, and nothing of int",
                "Parameter 'deck' of tool 'Tools.Go': no number is in [Range] from 10 to 1",
                "'Seats.Count', which a tool takes: [EmailAddress] says something of strings, and nothing of int",
            ],
            (await RuleTest.VerifyAsync<AttributeAnalyzer>(
                Usings + """
                public interface ITools { string Use([[|StringLength(5)|]] int n); }
                public abstract class Base { public abstract string Go([[|Range(10, 1)|]] int deck); }
                public abstract class Places { [[|EmailAddress|]] public abstract int Count { get; set; } }
                public class Seats : Places { public override int Count { get; set; } }
                public class Tools : Base, ITools
                {
                    [AgentTool] public string Use(int n) => "";
                    [AgentTool] public override string Go(int deck) => "";
                    [AgentTool] public string Take(Seats seats) => "";
                }
                """)).ToList());

    [Fact]
    public async Task An_expression_that_cannot_be_read_is_told()
        => Assert.StartsWith(
            "Parameter 'p' of tool 'Tools.Use': [RegularExpression] cannot be read, so every call would fail: ",
            Assert.Single(await RuleTest.VerifyAsync<AttributeAnalyzer>(
                Usings + "public class Tools { [AgentTool] public string Use([[|RegularExpression(\"[a\")|]] string p) => p; }")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Members_of_what_a_tool_takes_are_looked_at_once_down_to_the_leaves()
        => Assert.Equal(
            [
                "'Stop.Seats', which a tool takes: its default 9 is not in its [Range]",
                "'Stop.Name', which a tool takes: [Range] says something of numbers, dates and times, and nothing of string",
                "'Trip.Old', which a tool takes: what a model sends replaces its value: [JsonObjectCreationHandling(Populate)] is not held to; leave the attribute out",
                "'Trip.More', which a tool takes: nothing can set it, so a model cannot give it: [JsonObjectCreationHandling(Populate)] is not held to; give it a setter that is init or internal",
                "'Trip.Rest', which a tool takes: it is no dictionary, so names that nothing else takes are errors: [JsonExtensionData] is not held to; make it a Dictionary<string, JsonElement> or a JsonObject",
                "'Crate<int>.Hidden', which a tool takes: generated code cannot reach the setter of a generic type, so a model cannot give it: [JsonInclude] is not held to; make the setter init or internal",
            ],
            (await RuleTest.VerifyAsync<AttributeAnalyzer>(
                Usings + """
                public record Stop([Range(1, 8)] int [|Seats|] = 9)
                {
                    [[|Range(1, 8)|]] public string Name { get; init; } = "";
                }

                public class Trip
                {
                    public List<Stop> Stops { get; set; } = [];
                    [[|JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)|]] public List<int> Old { get; set; } = [];
                    [[|JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)|]] public List<int> More { get; } = [];
                    [[|JsonExtensionData|]] public System.Text.Json.Nodes.JsonNode? Rest { get; set; }
                    [JsonInclude] public int Hidden { get; private set; }
                    [JsonInclude] public int Seen { get; internal set; }
                    public Crate<int>? Crate { get; set; }
                }

                public class Crate<T>
                {
                    public T? Item { get; set; }
                    [[|JsonInclude|]] public int Hidden { get; private set; }
                }

                public class Tools
                {
                    [AgentTool] public string Use(Trip trip) => "";
                    [AgentTool] public string UseAll(Trip[] trips) => "";
                }
                """)).ToList());

    [Fact]
    public Task What_is_meant_is_not_told()
        => RuleTest.VerifyAsync<AttributeAnalyzer>(
            Usings + """
            public enum Deck { Upper, Lower }
            public class Open { [JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? Rest { get; set; } }
            public record Other([Range(1, 8)] string Name);
            public class Tools
            {
                [AgentTool] public string Use(
                    [Range(1, 8)] int a, [Range(0.5, double.PositiveInfinity)] double b, [Range(typeof(decimal), "1", "2")] decimal c, [StringLength(5)] string? d,
                    [Length(1, 3)] List<int> e, [MaxLength(2)] Dictionary<string, int> f, [AllowedValues(Deck.Upper, null)] Deck? g, [AllowedValues("Lower")] Deck h,
                    [RegularExpression("^a|b$")] string i = "a", [Range(1, 8)] int? j = null, [Required, Range(1, 8)] int k = 0, [MinLength(1)] string? l = null,
                    [AllowedValues(1.5, 2)] double m = 2, [DataType(DataType.Date)] DateTime n = default) => "";
                [LlmCall] public string Ask([Range(1, 8)] string question) => question;
                [AgentTool] public string Take(Open open) => "";
                [AgentTool] public Other Give() => new("");
                public string Not([Range(1, 8)] string p) => p;
            }
            """);
}
