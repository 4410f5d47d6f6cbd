#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class PrivateProtected
{
    [AgentTool] private protected void Nothing(Mode mode, int line) => Work.Now(mode);
    [AgentTool] private protected int Value(Mode mode, int line) => Work.Now(mode);
    [AgentTool] private protected Task Task(Mode mode, int line) => Work.Task(mode);
    [AgentTool] private protected Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
    [AgentTool] private protected ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private protected ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));
}

public class PrivateProtectedCaller : PrivateProtected
{
    public object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                this.Nothing(mode, Work.Here());
                return null;
            case "int":
                return this.Value(mode, Work.Here());
            case "Task":
                return this.Task(mode, Work.Here());
            case "Task<int>":
                return this.TaskOfInt(mode, Work.Here());
            case "ValueTask":
                return this.ValueTask(mode, Work.Here());
            default:
                return this.ValueTaskOfInt(mode, Work.Here());
        }
    }
}
