using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class PlaceholderTests
{
    private const string Source = """
        public class Tools
        {
            /// <summary>TODO: describe it</summary>
            /// <param name="a">TODO: describe a</param>
            /// <param name="b">Said.</param>
            /// <param name="c"></param>
            [AgentTool] public int [|One|](int [|a|], int b, int c, [Description("TBD")] int [|d|], Place place) => a;

            /// <summary>Says it.</summary>
            /// <param name="place">FIXME</param>
            [AgentTool(Description = "TODO")] public int Two(Place [|place|]) => 1;
        }
        /// <summary>TODO</summary>
        /// <param name="Name">TODO: describe Name</param>
        /// <param name="Told">Told.</param>
        public record Place(string [|Name|], int Told)
        {
            /// <summary>TODO...</summary>
            public int [|Height|] { get; set; }
            /// <summary>Todo: what is still to be done.</summary>
            public string List { get; set; } = "";
        }
        /// <summary>TODO: no tool takes it</summary>
        public record Other(string Name);
        """;

    [Fact]
    public async Task Descriptions_that_are_still_to_be_written_are_named()
        => Assert.Equal(
            [
                "Tool 'Tools.One' has a placeholder in place of its description, which a model is not told; write what the model has to know",
                "Parameter 'a' of tool 'Tools.One' has a placeholder in place of its description, which a model is not told; write what the model has to know",
            ],
            (await RuleTest.VerifyAsync<PlaceholderAnalyzer>(Source)).Take(2));

    [Fact]
    public async Task They_are_not_named_a_second_time_as_missing()
    {
        var marked = Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        await RuleTest.VerifyAsync<ToolDescriptionAnalyzer>(marked);
        await RuleTest.VerifyAsync<ParameterDescriptionAnalyzer>(marked.Replace("int c,", "int [|c|],", StringComparison.Ordinal).Replace("Place place) => a", "Place [|place|]) => a", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_not_told_them()
    {
        var marked = Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var project = new TestProject();
        project.Files.Add("Source.cs", marked);

        var generated = string.Concat(project.Build().SyntaxTrees.Where(static t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(static t => t.ToString()));

        Assert.Contains("Told.", generated, StringComparison.Ordinal);
        Assert.Contains("Todo: what", generated, StringComparison.Ordinal);
        Assert.All(new[] { "TODO", "TBD", "FIXME" }, mark => Assert.DoesNotContain(mark, generated, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TODO", true)]
    [InlineData(" TODO: a ", true)]
    [InlineData("TODO.", true)]
    [InlineData("TBD...", true)]
    [InlineData("FIXME:", true)]
    [InlineData("TODO list to read", false)]
    [InlineData("Todo: a", false)]
    [InlineData("TODOS", false)]
    [InlineData("", false)]
    public void Marks_are_known(string text, bool isPlaceholder) => Assert.Equal(isPlaceholder, Placeholder.Is(text));
}
