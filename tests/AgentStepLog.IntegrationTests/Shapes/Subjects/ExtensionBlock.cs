#pragma warning disable CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

internal static class ExtensionBlock
{
    extension(char letter)
    {
        [AgentTool] internal void Nothing(Mode mode, int line) => Work.Now(mode);
        [AgentTool] internal int Value(Mode mode, int line) => Work.Now(mode);
        [AgentTool] internal Task Task(Mode mode, int line) => Work.Task(mode);
        [AgentTool] internal Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
        [AgentTool] internal ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
        [AgentTool] internal ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));
    }
}

internal static class ExtensionBlockCaller
{
    public static object? Call(char target, string shape, Mode mode)
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
