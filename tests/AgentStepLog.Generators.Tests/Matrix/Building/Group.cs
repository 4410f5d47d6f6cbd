using AgentStepLog.Generators.Tests.Matrix.Lists;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>One method of the matrix: its shape, result and parameters. It stands in a file and a namespace of its own.</summary>
internal sealed record Group(int Number, Shape Shape, ReturnKind Result, ParameterKind Parameters)
{
    public string Namespace => $"C{Number}";

    public string Other => $"O{Number}";

    /// <summary>Why C# has no such method; null where it has.</summary>
    public string? Forbidden => Shape.Forbids(Result) ?? Parameters.Forbids(Shape);

    /// <summary>Why C# has no such call; null where it has.</summary>
    public string? ForbiddenBy(Route route) =>
        Forbidden ?? (Shape.IsHelper && route != Routes.Direct ? Reasons.OneCall : null) ?? route.Forbids(Shape, Result);

    /// <summary>The calls that are made: each pair of shape, result and route meets; all three cross for the chief ones.</summary>
    public IEnumerable<Route> Calls => Parameters != ParameterKinds.Plain
        ? [Routes.Direct]
        : Routes.All.Where(r => ForbiddenBy(r) is null && (Shape.IsChief || Result.IsChief || r.IsChief));

    public override string ToString() =>
        $"{Shape.Name} × {Result.Name}{(Parameters == ParameterKinds.Plain ? "" : " × " + Parameters.Name)}";
}
