#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public abstract class GenericOverridden<T>
{
    [AgentTool] public abstract void Nothing<U>(T item, U other, Mode mode, int line);
    [AgentTool] public abstract int Value<U>(T item, U other, Mode mode, int line);
    [AgentTool] public abstract Task Task<U>(T item, U other, Mode mode, int line);
    [AgentTool] public abstract Task<int> TaskOfInt<U>(T item, U other, Mode mode, int line);
    [AgentTool] public abstract ValueTask ValueTask<U>(T item, U other, Mode mode, int line);
    [AgentTool] public abstract ValueTask<int> ValueTaskOfInt<U>(T item, U other, Mode mode, int line);
}

public class GenericOverriding<A> : GenericOverridden<List<A>>
{
    public override void Nothing<V>(List<A> item, V other, Mode mode, int line) => Work.Now(mode);
    public override int Value<V>(List<A> item, V other, Mode mode, int line) => Work.Now(mode);
    public override Task Task<V>(List<A> item, V other, Mode mode, int line) => Work.Task(mode);
    public override Task<int> TaskOfInt<V>(List<A> item, V other, Mode mode, int line) => Work.Task(mode);
    public override ValueTask ValueTask<V>(List<A> item, V other, Mode mode, int line) => new(Work.Task(mode));
    public override ValueTask<int> ValueTaskOfInt<V>(List<A> item, V other, Mode mode, int line) => new(Work.Task(mode));
}

internal static class GenericOverrideCaller
{
    public static object? Call(GenericOverriding<int> target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing([1], "a", mode, Work.Here());
                return null;
            case "int":
                return target.Value([1], "a", mode, Work.Here());
            case "Task":
                return target.Task([1], "a", mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt([1], "a", mode, Work.Here());
            case "ValueTask":
                return target.ValueTask([1], "a", mode, Work.Here());
            default:
                return target.ValueTaskOfInt([1], "a", mode, Work.Here());
        }
    }
}
