using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class MakeHandedOverPartialTests
{
    private const string Factory = "static class Factory { public static object Create(Delegate method) => method; }\n";

    [Theory]
    [InlineData("object M(Tools tools) => Factory.Create(tools.Count);")]
    [InlineData("object M(Tools tools) => tools.Count;")]
    [InlineData("Func<Tools, object> M = t => Factory.Create(t.Count);")]
    public async Task What_a_factory_of_tools_reads_records_itself(string use)
    {
        var result = await FixTest.FixFirstAsync<MethodGroupAnalyzer, MakeHandedOverPartialFix>(
            Factory + $"class C {{ {use} }}\nclass Tools\n{{\n    /// <summary>Counts.</summary>\n    [AgentTool] public int Count(string text = \"a\") => text.Length;\n}}\n");

        Assert.Equal(
            Factory + $"class C {{ {use} }}\npartial class Tools\n{{\n    /// <summary>Counts.</summary>\n    [AgentTool] public partial int Count(string text = \"a\");\n\n"
            + "    private int CountCore(string text) => text.Length;\n}\n",
            result);
        await RuleTest.VerifyAsync<MethodGroupAnalyzer>(result);
    }

    [Theory]
    [InlineData("Func<string, int> M(Tools tools) => tools.Count;")] // a lambda does
    [InlineData("object M(ITools tools) => Factory.Create(tools.Ask);")] // no body to move
    public async Task Where_it_would_not_help_it_is_not_offered(string use)
        => Assert.Equal(0, await FixTest.OffersAsync<MethodGroupAnalyzer, MakeHandedOverPartialFix>(
            Factory + $"class C {{ {use} }} interface ITools {{ [LlmCall] string Ask(); }} class Tools {{ [AgentTool] public int Count(string text) => 1; }}"));

    [Fact]
    public async Task The_method_may_stand_in_another_file()
        => Assert.Equal(
            "partial class Tools\n{\n    [AgentTool] public partial int Count(string text);\n\n    private int CountCore(string text) => 1;\n}\n",
            await FixTest.FixOtherAsync<MethodGroupAnalyzer, MakeHandedOverPartialFix>(
                Factory + "class C { object M(Tools tools) => Factory.Create(tools.Count); }",
                "class Tools\n{\n    [AgentTool] public int Count(string text) => 1;\n}\n"));
}
