using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class AwaitTests
{
    private const string Tools = """
        class Tools { [AgentTool] public Task<int> FindAsync(string text) => Task.FromResult(1); }

        """;

    [Theory]
    [InlineData("async Task M(Tools tools) { tools.FindAsync(\"a\"); }", "async Task M(Tools tools) { await tools.FindAsync(\"a\"); }")]
    [InlineData("async Task M(Tools tools) { _ = tools.FindAsync(\"a\").ConfigureAwait(false); }", "async Task M(Tools tools) { await tools.FindAsync(\"a\").ConfigureAwait(false); }")]
    [InlineData("async Task M(Tools tools) { var unused = tools.FindAsync(\"a\"); }", "async Task M(Tools tools) { await tools.FindAsync(\"a\"); }")]
    [InlineData(
        "Task M(Tools tools) { tools.FindAsync(\"a\"); return Task.CompletedTask; }",
        "async Task M(Tools tools) { await tools.FindAsync(\"a\"); }")]
    [InlineData(
        "public Task M(Tools tools, bool b) { if (b) { return Task.CompletedTask; } tools.FindAsync(\"a\"); return Task.Delay(1); }",
        "public async Task M(Tools tools, bool b) { if (b) { return; } await tools.FindAsync(\"a\"); await Task.Delay(1); }")]
    [InlineData(
        "Task<int> M(Tools tools, bool b) { if (b) { return tools.FindAsync(\"b\"); } tools.FindAsync(\"a\"); return Task.FromResult(2); }",
        "async Task<int> M(Tools tools, bool b) { if (b) { return await tools.FindAsync(\"b\"); } await tools.FindAsync(\"a\"); return 2; }")]
    [InlineData(
        "Func<Task> M(Tools tools) => () => { tools.FindAsync(\"a\"); return Task.CompletedTask; };",
        "Func<Task> M(Tools tools) => async () => { await tools.FindAsync(\"a\"); };")]
    [InlineData(
        "void M(Tools tools) { Task F() { tools.FindAsync(\"a\"); return Task.CompletedTask; } F().Wait(); }",
        "void M(Tools tools) { async Task F() { await tools.FindAsync(\"a\"); } F().Wait(); }")]
    public async Task The_task_is_awaited_and_the_function_made_async(string method, string expected)
    {
        var fixedSource = await FixTest.FixFirstAsync<DroppedTaskAnalyzer, AwaitFix>(Tools + "class C { " + method + " }");

        Assert.Equal(Tools + "class C { " + expected + " }", fixedSource);
        await RuleTest.VerifyAsync<DroppedTaskAnalyzer>(fixedSource);
    }

    [Theory]
    [InlineData("void M(Tools tools) { tools.FindAsync(\"a\"); }")]
    [InlineData("int M(Tools tools) { tools.FindAsync(\"a\"); return 1; }")]
    [InlineData("void M(Tools tools) => tools.FindAsync(\"a\");")]
    [InlineData("async Task M(Tools? tools) { tools?.FindAsync(\"a\"); await Task.Yield(); }")]
    [InlineData("async Task M(Tools tools) { lock (tools) { tools.FindAsync(\"a\"); } await Task.Yield(); }")]
    [InlineData("Task M(Tools tools, out int o) { o = 1; tools.FindAsync(\"a\"); return Task.CompletedTask; }")]
    [InlineData("void M(Tools tools, List<string> all) => all.ForEach(async one => await tools.FindAsync(one));")]
    public async Task Where_callers_would_have_to_change_nothing_is_offered(string method)
        => Assert.Equal(0, await FixTest.OffersAsync<DroppedTaskAnalyzer, AwaitFix>(Tools + "class C { " + method + " }"));

    [Fact]
    public async Task All_are_fixed_at_once()
        => Assert.Equal(
            [Tools + "class C { async Task M(Tools a) { await a.FindAsync(\"a\"); await a.FindAsync(\"b\"); } }"],
            await FixTest.FixAllAsync<DroppedTaskAnalyzer, AwaitFix>(
                [Tools + "class C { async Task M(Tools a) { a.FindAsync(\"a\"); _ = a.FindAsync(\"b\"); } }"]));

}
