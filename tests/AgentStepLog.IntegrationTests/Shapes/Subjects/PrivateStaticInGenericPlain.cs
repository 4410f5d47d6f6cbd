#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class PrivateStaticInGenericPlain<T>
{
    [AgentTool] private static void Nothing<U>(T? item, U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static int Value<U>(T? item, U other, Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static Task Task<U>(T? item, U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static Task<int> TaskOfInt<U>(T? item, U other, Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static ValueTask ValueTask<U>(T? item, U other, Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private static ValueTask<int> ValueTaskOfInt<U>(T? item, U other, Mode mode, int line) => new(Work.Task(mode));

    public static object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                PrivateStaticInGenericPlain<T>.Nothing(default, "a", mode, Work.Here());
                return null;
            case "int":
                return PrivateStaticInGenericPlain<T>.Value(default, "a", mode, Work.Here());
            case "Task":
                return PrivateStaticInGenericPlain<T>.Task(default, "a", mode, Work.Here());
            case "Task<int>":
                return PrivateStaticInGenericPlain<T>.TaskOfInt(default, "a", mode, Work.Here());
            case "ValueTask":
                return PrivateStaticInGenericPlain<T>.ValueTask(default, "a", mode, Work.Here());
            default:
                return PrivateStaticInGenericPlain<T>.ValueTaskOfInt(default, "a", mode, Work.Here());
        }
    }
}
