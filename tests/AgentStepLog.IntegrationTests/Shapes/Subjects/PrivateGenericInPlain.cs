#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class PrivateGenericInPlain
{
    [AgentTool] private void Nothing<U>(U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private int Value<U>(U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private Task Task<U>(U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private Task<int> TaskOfInt<U>(U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private ValueTask ValueTask<U>(U other, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private ValueTask<int> ValueTaskOfInt<U>(U other, Mode mode, int line) => new(Work.Task(mode));

    public object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                this.Nothing(new { A = 1 }, mode, Work.Here());
                return null;
            case "int":
                return this.Value(new { A = 1 }, mode, Work.Here());
            case "Task":
                return this.Task(new { A = 1 }, mode, Work.Here());
            case "Task<int>":
                return this.TaskOfInt(new { A = 1 }, mode, Work.Here());
            case "ValueTask":
                return this.ValueTask(new { A = 1 }, mode, Work.Here());
            default:
                return this.ValueTaskOfInt(new { A = 1 }, mode, Work.Here());
        }
    }
}
