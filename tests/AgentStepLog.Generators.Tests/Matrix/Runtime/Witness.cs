namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>What a cell's method did, told by itself.</summary>
public sealed class Witness
{
    /// <summary>The exception that it threw; null if it threw none.</summary>
    public Exception? Thrown { get; set; }

    /// <summary>How often its body began.</summary>
    public int Runs { get; set; }

    /// <summary>What the caller found changed afterwards: a field of a struct, a variable handed over by reference.</summary>
    public string Seen { get; set; } = "";
}
