#pragma warning disable CA1000, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public struct PrivateStaticInGenericStruct<T>
{
    [AgentTool] private static void Nothing(T? item, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static int Value(T? item, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static Task Task(T? item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static Task<int> TaskOfInt(T? item, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static ValueTask ValueTask(T? item, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private static ValueTask<int> ValueTaskOfInt(T? item, Mode mode, int line) => new(Work.Task(mode));

    public static object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                PrivateStaticInGenericStruct<T>.Nothing(default, mode, Work.Here());
                return null;
            case "int":
                return PrivateStaticInGenericStruct<T>.Value(default, mode, Work.Here());
            case "Task":
                return PrivateStaticInGenericStruct<T>.Task(default, mode, Work.Here());
            case "Task<int>":
                return PrivateStaticInGenericStruct<T>.TaskOfInt(default, mode, Work.Here());
            case "ValueTask":
                return PrivateStaticInGenericStruct<T>.ValueTask(default, mode, Work.Here());
            default:
                return PrivateStaticInGenericStruct<T>.ValueTaskOfInt(default, mode, Work.Here());
        }
    }
}
