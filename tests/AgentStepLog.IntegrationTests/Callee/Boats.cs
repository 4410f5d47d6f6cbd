#pragma warning disable CA1822, CA1852, CA1859, CA2012 // Subjects are what they are; a caller hands the value task on, once.
using AgentStepLog.IntegrationTests.Shapes;

namespace AgentStepLog.IntegrationTests.Callee;

/// <summary>Each return shape, on methods that record themselves; <c>Raft</c> has the same ones plain.</summary>
internal partial class Boat
{
    [AgentTool] public virtual partial void Nothing(Mode mode);
    private void NothingCore(Mode mode) => Work.Now(mode);

    [AgentTool] public virtual partial int Value(Mode mode);
    private int ValueCore(Mode mode) => Work.Now(mode);

    [AgentTool] public virtual partial Task Task(Mode mode);
    private Task TaskCore(Mode mode) => Work.Task(mode);

    [AgentTool] public virtual partial Task<int> TaskOfInt(Mode mode);
    private Task<int> TaskOfIntCore(Mode mode) => Work.Task(mode);

    [AgentTool] internal partial ValueTask ValueTask(Mode mode);
    private ValueTask ValueTaskCore(Mode mode) => new(Work.Task(mode));

    [AgentTool] protected internal partial ValueTask<int> ValueTaskOfInt(Mode mode);
    private ValueTask<int> ValueTaskOfIntCore(Mode mode) => new(Work.Task(mode));
}

/// <summary>The same without a record.</summary>
internal sealed class Raft
{
    public void Nothing(Mode mode) => Work.Now(mode);

    public int Value(Mode mode) => Work.Now(mode);

    public Task Task(Mode mode) => Work.Task(mode);

    public Task<int> TaskOfInt(Mode mode) => Work.Task(mode);

    public ValueTask ValueTask(Mode mode) => new(Work.Task(mode));

    public ValueTask<int> ValueTaskOfInt(Mode mode) => new(Work.Task(mode));
}

/// <summary>Overrides that record themselves, and one that calls what it overrides.</summary>
internal sealed partial class Ferry : Boat
{
    [AgentTool] public override partial int Value(Mode mode);
    private int ValueCore(Mode mode) => -base.Value(mode);

    [AgentTool] public override partial Task<int> TaskOfInt(Mode mode);
    private Task<int> TaskOfIntCore(Mode mode) => System.Threading.Tasks.Task.FromResult(7);
}
