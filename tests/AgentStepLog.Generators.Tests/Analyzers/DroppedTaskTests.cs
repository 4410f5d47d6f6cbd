using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class DroppedTaskTests
{
    private const string Tools = """
        class Tools
        {
            [AgentTool] public Task<int> FindAsync(string text) => Task.FromResult(1);
            [AgentTool] public ValueTask StoreAsync() => default;
            [AgentTool] public int Count() => 1;
            public Task PlainAsync() => Task.CompletedTask;
        }

        """;

    [Fact]
    public async Task Tasks_that_nobody_can_wait_for_are_named()
    {
        var messages = await VerifyAsync("""
            class C(Tools tools)
            {
                void Statement() { tools.[|FindAsync|]("a"); }
                void Body() => tools.[|StoreAsync|]();
                async Task Discard() { _ = tools.[|FindAsync|]("a"); await Task.Yield(); }
                void Chain(Tools? maybe) { maybe?.[|FindAsync|]("a").ConfigureAwait(false); tools.[|StoreAsync|]().AsTask(); }
                void Local() { var task = tools.[|FindAsync|]("a"); }
                void Assigned() { Task task; task = tools.[|FindAsync|]("a"); }
                Action Lambda() => () => tools.[|StoreAsync|]();
                void AsyncVoid(List<string> all) => all.ForEach(async one => await tools.[|FindAsync|](one));
            }
            """);

        Assert.Equal(
            "The task of 'Tools.FindAsync' is dropped: nothing awaits it, so its step may end after the log; await it, or return it",
            messages[0]);
        Assert.Equal(
            [
                "nothing awaits it", "nothing awaits it", "it is discarded", "nothing awaits it", "nothing awaits it", "nothing reads the variable 'task'",
                "nothing reads the variable 'task'", "nothing awaits it", "an async lambda that returns nothing awaits it, and nothing can await the lambda",
            ],
            messages.Select(static m => m[(m.IndexOf(':', StringComparison.Ordinal) + 2)..m.LastIndexOf(", so", StringComparison.Ordinal)]));
    }

    [Fact]
    public Task Tasks_that_somebody_waits_for_or_gets_are_left_alone()
        => VerifyAsync("""
            class C(Tools tools)
            {
                private Task? _kept;
                async Task Awaited() { await tools.FindAsync("a"); await tools.StoreAsync().ConfigureAwait(false); }
                Task Returned() => tools.FindAsync("a");
                Func<Task> Lambda() => () => tools.FindAsync("a");
                Func<Task> AsyncLambda() => async () => await tools.FindAsync("a");
                void Stored() { _kept = tools.FindAsync("a"); }
                Task Passed() => Task.WhenAll(tools.FindAsync("a"), tools.FindAsync("b"));
                async Task Local() { var task = tools.FindAsync("a"); await Task.Yield(); await task; }
                void Waited() { tools.FindAsync("a").Wait(); tools.FindAsync("a").ContinueWith(_ => { }); }
                int Value() { tools.Count(); tools.PlainAsync(); return tools.FindAsync("a").Result; }
                async void Handler(object sender, EventArgs e) => await tools.FindAsync("a");
                Action Nested() { Func<Task> inner = async () => await tools.FindAsync("a"); return () => inner(); }
            }
            """);

    [Fact]
    public Task A_call_that_leaves_no_record_loses_none()
        => VerifyAsync("""
            class Base { [AgentTool] public virtual Task RunAsync() => Task.CompletedTask; }
            class More : Base { public override Task RunAsync() { base.RunAsync(); return Task.CompletedTask; } }
            """);

    private static Task<IReadOnlyList<string>> VerifyAsync(string source) => RuleTest.VerifyAsync<DroppedTaskAnalyzer>(Tools + source);
}
