namespace AgentStepLog;

/// <summary>The place in the source at which a call was made.</summary>
/// <param name="File">Path relative to the project, with <c>/</c>, or the bare file name.</param>
/// <param name="Line">Line in the file, from 1; 0 when unknown.</param>
/// <param name="Member">The calling member, such as <c>SurfAgent.RunAsync</c>; empty when unknown.</param>
public sealed record Caller(string File, int Line, string Member)
{
    /// <summary><c>SurfAgent.cs:12 (SurfAgent.RunAsync)</c>.</summary>
    public override string ToString() => Member.Length == 0 ? $"{File}:{Line}" : $"{File}:{Line} ({Member})";
}
