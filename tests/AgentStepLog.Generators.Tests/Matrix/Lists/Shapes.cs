namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Every kind of method, by where and how it is declared.</summary>
internal static class Shapes
{
    public static readonly IReadOnlyList<Shape> All =
        [.. TypeShapes.All, .. GenericShapes.All, .. ReachShapes.All, .. ContractShapes.All, .. CalleeShapes.All, .. RefusedShapes.All];

    /// <summary>Those on which every kind of parameter is tried: one for each way to reach a method.</summary>
    public static readonly IReadOnlyList<Shape> WithParameters =
    [
        .. All.Where(static s => s.IsChief || s.Name is "extension method" or "extension block, compiler before .NET 10's" or "generic type" or "interface" or "virtual"
            or "private, partial class" or "private, plain class" or "private, plain struct" or "record"),
    ];
}
