#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class GenericMethod
{
    [AgentTool] public void Nothing<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => Work.Now(mode);
    [AgentTool] public int Value<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => Work.Now(mode);
    [AgentTool] public Task Task<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => Work.Task(mode);
    [AgentTool] public Task<int> TaskOfInt<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => Work.Task(mode);
    [AgentTool] public ValueTask ValueTask<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => new(Work.Task(mode));
    [AgentTool] public ValueTask<int> ValueTaskOfInt<T, U>(T item, List<U> items, Mode mode, int line) where T : notnull where U : class => new(Work.Task(mode));
}

internal static class GenericMethodCaller
{
    public static object? Call(GenericMethod target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing(1, new List<string> { "a" }, mode, Work.Here());
                return null;
            case "int":
                return target.Value(1, new List<string> { "a" }, mode, Work.Here());
            case "Task":
                return target.Task(1, new List<string> { "a" }, mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt(1, new List<string> { "a" }, mode, Work.Here());
            case "ValueTask":
                return target.ValueTask(1, new List<string> { "a" }, mode, Work.Here());
            default:
                return target.ValueTaskOfInt(1, new List<string> { "a" }, mode, Work.Here());
        }
    }
}
