#pragma warning disable CA1000, CA1033, CA1052, CA1715, CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
namespace AgentStepLog.IntegrationTests.Shapes.Subjects;

public interface IDefaultMember
{
    [AgentTool] void Nothing(Mode mode, int line) => Work.Now(mode);
    [AgentTool] int Value(Mode mode, int line) => Work.Now(mode);
    [AgentTool] Task Task(Mode mode, int line) => Work.Task(mode);
    [AgentTool] Task<int> TaskOfInt(Mode mode, int line) => Work.Task(mode);
    [AgentTool] ValueTask ValueTask(Mode mode, int line) => new(Work.Task(mode));
    [AgentTool] ValueTask<int> ValueTaskOfInt(Mode mode, int line) => new(Work.Task(mode));
}

public class DefaultMember : IDefaultMember;

internal static class DefaultMemberCaller
{
    public static object? Call(IDefaultMember target, string shape, Mode mode)
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
