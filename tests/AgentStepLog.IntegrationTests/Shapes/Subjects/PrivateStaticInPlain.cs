#pragma warning disable CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public class PrivateStaticInPlain
{
    [AgentTool] private static void Nothing(Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static int Value(Mode mode, int line) => Work.Now(mode);
    [AgentTool] private static Task Task(Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
    [AgentTool] private static ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] private static ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));

    public static object? Call(string shape, Mode mode)
    {
        switch (shape)
        {
            case "void":
                PrivateStaticInPlain.Nothing(mode, Work.Here());
                return null;
            case "int":
                return PrivateStaticInPlain.Value(mode, Work.Here());
            case "Task":
                return PrivateStaticInPlain.Task(mode, Work.Here());
            case "Task<int>":
                return PrivateStaticInPlain.TaskOfInt(mode, Work.Here());
            case "ValueTask":
                return PrivateStaticInPlain.ValueTask(mode, Work.Here());
            default:
                return PrivateStaticInPlain.ValueTaskOfInt(mode, Work.Here());
        }
    }
}
