namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>The parameters of a cell's method, beside those that its shape demands.</summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Parameters">Their declaration; <c>Ending mode</c> is among them.</param>
/// <param name="Arguments">What a caller hands over.</param>
/// <param name="Forwarded">What another method with these parameters hands over.</param>
/// <param name="Input">The members of the recorded input; <c>{mode}</c> is the ending.</param>
internal sealed record ParameterKind(string Name, string Parameters, string Arguments, string Forwarded, string Input)
{
    /// <summary>What the method does first.</summary>
    public string Before { get; init; } = "";

    /// <summary>What the caller does first.</summary>
    public string Setup { get; init; } = "";

    /// <summary>What the caller looks at after the call.</summary>
    public string Seen { get; init; } = "";

    /// <summary>Whether pointers are in it.</summary>
    public bool IsUnsafe { get; init; }

    /// <summary>Members of the recorded output beside <c>return</c>; null where the output is the result alone.</summary>
    public string? Outputs { get; init; }

    public string Unsafe => IsUnsafe ? "unsafe " : "";

    /// <summary>Why the method cannot have them; null where it can.</summary>
    public Func<Shape, string?> Forbids { get; init; } = static _ => null;
}
