namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>A way to call.</summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Id">In names.</param>
/// <param name="Write">Writes the caller: <c>public static object? R_{id}(Ending mode)</c>, and what it needs beside it.</param>
internal sealed record Route(string Name, string Id, Func<Shape, ReturnKind, string> Write)
{
    /// <summary>Why the cell is not built; null where it is.</summary>
    public Func<Shape, ReturnKind, string?> Forbids { get; init; } = static (_, _) => null;

    /// <summary>Whether every shape is tried by it with every result.</summary>
    public bool IsChief { get; init; }

    /// <summary>Where the caller stands.</summary>
    public CallerPlace Place { get; init; } = CallerPlace.Beside;
}
