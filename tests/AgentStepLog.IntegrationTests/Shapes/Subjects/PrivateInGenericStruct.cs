#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public struct PrivateInGenericStruct<T>
{
    [AgentTool] private readonly void Nothing<U>(T? item, U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private int Value<U>(T? item, U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private Task Task<U>(T? item, U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private Task<int> TaskOfInt<U>(T? item, U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private ValueTask ValueTask<U>(T? item, U other, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private ValueTask<int> ValueTaskOfInt<U>(T? item, U other, Mode mode, int line) => new(Work.Task(mode));

    public object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                this.Nothing(default, "a", mode, Work.Here());
                return null;
            case "int":
                return this.Value(default, "a", mode, Work.Here());
            case "Task":
                return this.Task(default, "a", mode, Work.Here());
            case "Task<int>":
                return this.TaskOfInt(default, "a", mode, Work.Here());
            case "ValueTask":
                return this.ValueTask(default, "a", mode, Work.Here());
            default:
                return this.ValueTaskOfInt(default, "a", mode, Work.Here());
        }
    }
}
