using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>What is known of a tree before anything is bound.</summary>
public sealed class TreeFactsTests
{
    [Theory]
    [InlineData("class C { void M() { [AgentTool] int L() => 1; } }", "L")]
    [InlineData("class C { void M() { [AgentStepLog.AgentToolAttribute] int @if() => 1; } }", "if")]
    [InlineData("class C { void M() { [A\\u0067entTool] int L() => 1; } }", "L")]
    [InlineData("using Recorded = AgentStepLog.AgentToolAttribute; class C { void M() { [Recorded] int L() => 1; } }", "L")]
    [InlineData("class C { void M() { [Obsolete] int L() => 1; } [AgentTool] int N() => 1; }", "")]
    public void Local_functions_that_bear_our_attributes(string text, string expected)
    {
        var tree = Source.Tree("Program.cs", text);
        var facts = TreeFacts.Of(tree, TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(",", facts.LocalFunctions(tree, TreeFacts.AttributeNames([facts]))));
    }

    [Theory]
    [InlineData("M(out var x);", true)]
    [InlineData("M(o is int n);", true)]
    [InlineData("M(o is { Length: > 1 });", true)]
    [InlineData("M(5is int n);", true)]
    [InlineData("M(0x1fis int n);", true)]
    [InlineData("M(\"\\u0041\");", true)]
    [InlineData("Island(island, outer);", false)]
    [InlineData("x = new();", false)]
    public void Expression_that_may_declare_a_variable(string statement, bool expected)
    {
        var text = $"class C {{ void M() {{ M(out _); {statement} M(out _); }} }}";
        var facts = TreeFacts.Of(Source.Tree("Program.cs", text), TestContext.Current.CancellationToken);

        Assert.Equal(expected, facts.MayDeclare(new(text.IndexOf(statement, StringComparison.Ordinal), statement.Length)));
    }

    [Fact]
    public void Hash_of_the_declarations_leaves_bodies_out_and_nothing_else()
    {
        const string text = "class C { int _f = 1; int M(int n = 2) { return 3; } int P => 4; Func<int> F = () => { return 5; }; [A(6)] int Q { get { return 7; } } } M(8);";
        ulong Hash(string changed) => TreeFacts.Of(Source.Tree("Program.cs", changed), TestContext.Current.CancellationToken).DeclarationHash;

        Assert.All("34578", body => Assert.Equal(Hash(text), Hash(text.Replace(body, '9'))));
        Assert.All("126", declared => Assert.NotEqual(Hash(text), Hash(text.Replace(declared, '9'))));
        Assert.NotEqual(Hash("class C { void M() {\n#nullable disable\n} }"), Hash("class C { void M() {\n#nullable enable\n} }"));
    }
}
