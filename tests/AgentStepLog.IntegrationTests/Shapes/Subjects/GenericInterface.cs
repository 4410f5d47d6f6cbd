#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public interface IGenericContract<in T>
{
    [AgentTool] void Nothing(T item, Mode mode, int line);
    [AgentTool] int Value(T item, Mode mode, int line);
    [AgentTool] Task Task(T item, Mode mode, int line);
    [AgentTool] Task<int> TaskOfInt(T item, Mode mode, int line);
    [AgentTool] ValueTask ValueTask(T item, Mode mode, int line);
    [AgentTool] ValueTask<int> ValueTaskOfInt(T item, Mode mode, int line);
}

public class GenericImplementation : IGenericContract<object>
{
    public void Nothing(object item, Mode mode, int line) => Work.Now(mode);
    public int Value(object item, Mode mode, int line) => Work.Now(mode);
    public Task Task(object item, Mode mode, int line) => Work.Task(mode);
    public Task<int> TaskOfInt(object item, Mode mode, int line) => Work.Task(mode);
    public ValueTask ValueTask(object item, Mode mode, int line) => new(Work.Task(mode));
    public ValueTask<int> ValueTaskOfInt(object item, Mode mode, int line) => new(Work.Task(mode));
}

internal static class GenericInterfaceCaller
{
    public static object? Call(IGenericContract<string> target, string shape, Mode mode)
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
