namespace RepoAgents.Tools.Results;

/// <summary>How two files differ.</summary>
/// <param name="Left">The first file.</param>
/// <param name="Right">The second file.</param>
/// <param name="LeftLines">How many lines the first has.</param>
/// <param name="RightLines">How many lines the second has.</param>
/// <param name="Removed">How many lines stand only in the first.</param>
/// <param name="Added">How many lines stand only in the second.</param>
/// <param name="Diff">The difference as a unified diff with three lines of context; empty when the lines are alike.</param>
/// <param name="Truncated">Whether the diff was cut at 400 lines.</param>
public sealed record FileComparison(
    string Left, string Right, int LeftLines, int RightLines, int Removed, int Added, string Diff, bool Truncated);
