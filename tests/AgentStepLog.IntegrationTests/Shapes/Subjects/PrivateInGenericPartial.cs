#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public partial class PrivateInGenericPartial<T>
    where T : notnull
{
    [AgentTool] private void Nothing<U>(T[] items, U? other, Mode mode, int line) where U : struct => Work.Now(mode);
    [AgentTool] private int Value<U>(T[] items, U? other, Mode mode, int line) where U : struct => Work.Now(mode);
    [AgentTool] private Task Task<U>(T[] items, U? other, Mode mode, int line) where U : struct => Work.Task(mode);
    [AgentTool] private Task<int> TaskOfInt<U>(T[] items, U? other, Mode mode, int line) where U : struct => Work.Task(mode);
    [AgentTool] private ValueTask ValueTask<U>(T[] items, U? other, Mode mode, int line) where U : struct => new(Work.Task(mode));
    [AgentTool] private ValueTask<int> ValueTaskOfInt<U>(T[] items, U? other, Mode mode, int line) where U : struct => new(Work.Task(mode));

    public object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                this.Nothing([], (int?)1, mode, Work.Here());
                return null;
            case "int":
                return this.Value([], (int?)1, mode, Work.Here());
            case "Task":
                return this.Task([], (int?)1, mode, Work.Here());
            case "Task<int>":
                return this.TaskOfInt([], (int?)1, mode, Work.Here());
            case "ValueTask":
                return this.ValueTask([], (int?)1, mode, Work.Here());
            default:
                return this.ValueTaskOfInt([], (int?)1, mode, Work.Here());
        }
    }
}
