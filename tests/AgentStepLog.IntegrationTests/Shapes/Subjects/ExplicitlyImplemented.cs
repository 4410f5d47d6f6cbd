#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public interface IExplicitlyImplemented
{
    [AgentTool] void Nothing(Mode mode, int line);
    [AgentTool] int Value(Mode mode, int line);
    [AgentTool] Task Task(Mode mode, int line);
    [AgentTool] Task<int> TaskOfInt(Mode mode, int line);
    [AgentTool] ValueTask ValueTask(Mode mode, int line);
    [AgentTool] ValueTask<int> ValueTaskOfInt(Mode mode, int line);
}

public class ExplicitImplementation : IExplicitlyImplemented
{
    void IExplicitlyImplemented.Nothing(Mode mode, int line) => Work.Now(mode);
    int IExplicitlyImplemented.Value(Mode mode, int line) => Work.Now(mode);
    Task IExplicitlyImplemented.Task(Mode mode, int line) => Work.Task(mode);
    Task<int> IExplicitlyImplemented.TaskOfInt(Mode mode, int line) => Work.Task(mode);
    ValueTask IExplicitlyImplemented.ValueTask(Mode mode, int line) => new(Work.Task(mode));
    ValueTask<int> IExplicitlyImplemented.ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));
}

internal static class ExplicitlyImplementedCaller
{
    public static object? Call(IExplicitlyImplemented target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing(mode, Work.Here());
                return null;
            case "int":
                return target.Value(mode, Work.Here());
            case "Task":
                return target.Task(mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt(mode, Work.Here());
            case "ValueTask":
                return target.ValueTask(mode, Work.Here());
            default:
                return target.ValueTaskOfInt(mode, Work.Here());
        }
    }
}
