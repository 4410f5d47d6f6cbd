using AgentStepLog.Generators.Tests.Matrix.Lists;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>A method and a way to call it.</summary>
internal sealed record Cell(Group Group, Route Route)
{
    public override string ToString() => $"{Group} × {Route.Name} ({Group.Namespace})";
}
