#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

internal static class GenericExtension
{
    [AgentTool] internal static void Nothing<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static int Value<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => Work.Now(mode);
    [AgentTool] internal static Task Task<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static Task<int> TaskOfInt<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] internal static ValueTask ValueTask<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] internal static ValueTask<int> ValueTaskOfInt<T>(this IEnumerable<T> items, T? item, Mode mode, int line) => new(Work.Task(mode));
}

internal static class GenericExtensionCaller
{
    public static object? Call(int[] target, string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                target.Nothing(1, mode, Work.Here());
                return null;
            case "int":
                return target.Value(1, mode, Work.Here());
            case "Task":
                return target.Task(1, mode, Work.Here());
            case "Task<int>":
                return target.TaskOfInt(1, mode, Work.Here());
            case "ValueTask":
                return target.ValueTask(1, mode, Work.Here());
            default:
                return target.ValueTaskOfInt(1, mode, Work.Here());
        }
    }
}
