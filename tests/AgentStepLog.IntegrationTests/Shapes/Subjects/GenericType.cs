#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class GenericType<T>
    where T : struct
{
    public class Inner<T2>
        where T2 : class, new()
    {
        [AgentTool] public void Nothing<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => Work.Now(mode);
        [AgentTool] public int Value<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => Work.Now(mode);
        [AgentTool] public Task Task<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => Work.Task(mode);
        [AgentTool] public Task<int> TaskOfInt<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => Work.Task(mode);
        [AgentTool] public ValueTask ValueTask<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => new(Work.Task(mode));
        [AgentTool] public ValueTask<int> ValueTaskOfInt<T3>(T? outer, T2 inner, T3 own, Mode mode, int line) => new(Work.Task(mode));
    }
}

internal static class GenericTypeCaller
{
    public static object? Call(GenericType<int>.Inner<object> target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing(1, new object(), 'x', mode, Work.Here());
                return null;
            case "int":
                return target.Value(1, new object(), 'x', mode, Work.Here());
            case "Task":
                return target.Task(1, new object(), 'x', mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt(1, new object(), 'x', mode, Work.Here());
            case "ValueTask":
                return target.ValueTask(1, new object(), 'x', mode, Work.Here());
            default:
                return target.ValueTaskOfInt(1, new object(), 'x', mode, Work.Here());
        }
    }
}
