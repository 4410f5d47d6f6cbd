#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public struct GenericStruct<T>
{
    private T? _last;

    [AgentTool] public void Nothing(T item, Mode mode, int line) { _last = item; Work.Now(mode); }
    [AgentTool] public readonly int Value(T item, Mode mode, int line) => Work.Now(mode);
    [AgentTool] public readonly Task Task(T item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] public readonly Task<int> TaskOfInt(T item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] public readonly ValueTask ValueTask(T item, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] public readonly ValueTask<int> ValueTaskOfInt(T item, Mode mode, int line) => new(Work.Task(mode));

    public readonly T? Last => _last;
}

internal static class GenericStructCaller
{
    public static object? Call(GenericStruct<string> target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing("a", mode, Work.Here());
                return null;
            case "int":
                return target.Value("a", mode, Work.Here());
            case "Task":
                return target.Task("a", mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt("a", mode, Work.Here());
            case "ValueTask":
                return target.ValueTask("a", mode, Work.Here());
            default:
                return target.ValueTaskOfInt("a", mode, Work.Here());
        }
    }
}
