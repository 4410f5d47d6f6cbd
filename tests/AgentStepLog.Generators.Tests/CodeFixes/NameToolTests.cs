using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class NameToolTests
{
    [Theory]
    [InlineData(
        "[AgentTool] int Peek() => 1; [AgentTool] Task<int> PeekAsync() => Task.FromResult(1);",
        "[AgentTool] int Peek() => 1; [AgentTool(Name = \"PeekAsync\")] Task<int> PeekAsync() => Task.FromResult(1);")]
    [InlineData(
        "[AgentTool(Description = \"Peeks.\")] Task<int> PeekAsync() => Task.FromResult(1); [AgentTool] int Peek() => 1;",
        "[AgentTool(Description = \"Peeks.\", Name = \"PeekAsync\")] Task<int> PeekAsync() => Task.FromResult(1); [AgentTool] int Peek() => 1;")]
    [InlineData(
        "[AgentTool] int Find(string name, CancellationToken token) => 1; [AgentTool] int Find(string name, long bytes, CancellationToken other) => 1;",
        "[AgentTool] int Find(string name, CancellationToken token) => 1; [AgentTool(Name = \"FindByBytes\")] int Find(string name, long bytes, CancellationToken other) => 1;")]
    [InlineData(
        "[AgentTool] int Find(string by) => 1; [AgentTool()] int Find(long by) => 1;",
        "[AgentTool] int Find(string by) => 1; [AgentTool(Name = \"FindByInt64\")] int Find(long by) => 1;")]
    [InlineData(
        "[AgentTool] int Find(int by) => 1; [AgentTool] int Find() => 1; [AgentTool] int Find2() => 1;",
        "[AgentTool] int Find(int by) => 1; [AgentTool(Name = \"Find3\")] int Find() => 1; [AgentTool] int Find2() => 1;")]
    [InlineData(
        "[AgentTool(Name = \"x\")] int A() => 1; [AgentTool(Name = \"x\")] int B() => 1;",
        "[AgentTool(Name = \"A\")] int A() => 1; [AgentTool(Name = \"x\")] int B() => 1;")]
    public async Task One_of_the_two_gets_a_name_of_its_own(string methods, string expected)
        => Assert.Equal($"class Tools {{ {expected} }}", await FixTest.FixFirstAsync<ToolNameAnalyzer, NameToolFix>($"class Tools {{ {methods} }}"));

    [Fact]
    public async Task Names_that_are_given_at_once_differ()
        => Assert.Equal(
            ["class Tools { [AgentTool] int Find(string by) => 1; [AgentTool(Name = \"FindByInt64\")] int Find(long by) => 1; [AgentTool(Name = \"FindByInt64Array\")] int Find(long[] by) => 1; }"],
            await FixTest.FixAllAsync<ToolNameAnalyzer, NameToolFix>(["class Tools { [AgentTool] int Find(string by) => 1; [AgentTool] int Find(long by) => 1; [AgentTool] int Find(long[] by) => 1; }"]));

    [Fact]
    public async Task Two_that_a_type_inherits_are_told_apart_where_they_are_declared()
        => Assert.Equal(1, await FixTest.OffersAsync<ToolNameAnalyzer, NameToolFix>(
            "interface IA { [AgentTool] int A() => 1; } interface IB { [AgentTool] Task<int> AAsync() => Task.FromResult(1); } class Tools : IA, IB { [AgentTool] int Own() => 1; }"));
}
