#pragma warning disable CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

internal static class InternalStatic
{
    [AgentTool] internal static void Nothing(Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static int Value(Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static Task Task(Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] internal static ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));
}

internal static class InternalStaticCaller
{
    public static object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                InternalStatic.Nothing(mode, Work.Here());
                return null;
            case "int":
                return InternalStatic.Value(mode, Work.Here());
            case "Task":
                return InternalStatic.Task(mode, Work.Here());
            case "Task<int>":
                return InternalStatic.TaskOfInt(mode, Work.Here());
            case "ValueTask":
                return InternalStatic.ValueTask(mode, Work.Here());
            default:
                return InternalStatic.ValueTaskOfInt(mode, Work.Here());
        }
    }
}
