using System.Linq.Expressions;
using System.Reflection;

namespace AgentStepLog.IntegrationTests.Callee;

/// <summary>A method that records itself leaves one record, by whatever way it is called.</summary>
public sealed class WaysTests
{
    private static readonly Dictionary<string, Func<Harbour, string, string>> s_ways = new()
    {
        ["direct"] = (h, p) => h.Tide(p),
        ["conditional"] = (h, p) => h?.Tide(p)!,
        ["interface"] = (h, p) => ((IHarbour)h).Tide(p),
        ["delegate"] = (h, p) => ((Func<string, string>)h.Tide)(p),
        ["method group"] = (h, p) => new[] { p }.Select(h.Tide).Single(),
        ["reflection"] = (h, p) => (string)typeof(Harbour).GetMethod("Tide")!.Invoke(h, [p])!,
        ["created delegate"] = (h, p) => typeof(Harbour).GetMethod(nameof(Harbour.Tide), BindingFlags.Public | BindingFlags.Instance)!.CreateDelegate<Func<string, string>>(h)(p),
        ["dynamic receiver"] = (h, p) => ((dynamic)h).Tide(p),
        ["dynamic argument"] = (h, p) => h.Tide((dynamic)p),
        ["expression tree"] = (h, p) => ((Expression<Func<string>>)(() => h.Tide(p))).Compile()(),
        ["interpreted expression tree"] = (h, p) => ((Expression<Func<string>>)(() => h.Tide(p))).Compile(preferInterpretation: true)(),
        ["query"] = (h, p) => new[] { p }.AsQueryable().Select(x => h.Tide(x)).Single(),
        ["type parameter"] = Constrained,
    };

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_leaves_one_record_of_the_callee(string way)
    {
        using var log = StepLog.InMemory();

        Assert.Equal("Essaouira: low", s_ways[way](new Harbour(), "Essaouira"));

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(StepRoute.Callee, step.Route);
        Assert.Null(step.Caller);
        Assert.Equal(("AgentStepLog.IntegrationTests.Callee.Harbour.Tide", "Tide"), (step.Method, step.Tool));
        Assert.Equal("""{"place":"Essaouira"}""", step.InputJson.ToString());
        Assert.Equal("\"Essaouira: low\"", step.OutputJson.ToString());
    }

    [Fact]
    public async Task Call_by_the_model_leaves_one_record_of_the_table()
    {
        using var log = StepLog.InMemory();
        var tools = new Harbour().AgentTools();

        var tide = await tools["Tide"].InvokeAsync("""{"place":"Imsouane"}""", cancellationToken: TestContext.Current.CancellationToken);
        var depth = await tools["Depth"].InvokeAsync("""{"place":"Sidi"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("Imsouane: low", "4"), (tide.Content, depth.Content));
        Assert.Equal([StepRoute.Table, StepRoute.Table], log.Steps.OfType<ToolCallStep>().Select(s => s.Route));
    }

    [Fact]
    public async Task Three_routes_in_one_run_leave_one_record_each()
    {
        using var log = StepLog.InMemory();
        var harbour = new Harbour();

        harbour.Wind("a");
        await Harbour.DepthAsync("a");
        await harbour.AgentTools()["Wind"].InvokeAsync("""{"place":"b"}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            [("Wind", StepRoute.Direct), ("Depth", StepRoute.Callee), ("Wind", StepRoute.Table)],
            log.Steps.OfType<ToolCallStep>().Select(s => (s.Tool, s.Route)));
    }

    private static string Constrained(Harbour harbour, string place)
    {
        return Call(harbour);
        string Call<T>(T target)
            where T : IHarbour => target.Tide(place);
    }
}
