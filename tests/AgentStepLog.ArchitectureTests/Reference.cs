namespace AgentStepLog.ArchitectureTests;

/// <summary>A file that names a type of another room.</summary>
/// <param name="From">The room of the file.</param>
/// <param name="File">The file's name, without its extension.</param>
/// <param name="To">The room of the type.</param>
/// <param name="Type">The type's name.</param>
internal sealed record Reference(string From, string File, string To, string Type)
{
    public override string ToString() => $"{From}/{File} -> {To}/{Type}";
}
