#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public record struct PositionalRecordStruct(int X)
{
    [AgentTool] public void Nothing(Mode mode, int line) => Work.Now(mode);
    [AgentTool] public int Value(Mode mode, int line) => Work.Now(mode);
    [AgentTool] public Task Task(Mode mode, int line) => Work.Task(mode);
    [AgentTool] public Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
    [AgentTool] public ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] public ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));

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
