#pragma warning disable CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

internal static class Extension
{
    [AgentTool] internal static void Nothing(this string text, Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static int Value(this string text, Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static Task Task(this string text, Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static Task<int> TaskOfInt(this string text, Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static ValueTask ValueTask(this string text, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] internal static ValueTask<int> ValueTaskOfInt(this string text, Mode mode, int line) => new(Work.Task(mode));
}

internal static class ExtensionCaller
{
    public static object? Call(string target, string shape, Mode mode)
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
