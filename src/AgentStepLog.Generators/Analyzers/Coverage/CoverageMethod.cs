namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>An annotated method of the project, and what becomes of its calls.</summary>
/// <param name="Method">As the log names it.</param>
/// <param name="Kind"><c>tool</c>, <c>llm</c> or <c>agent</c>.</param>
/// <param name="Tool">Its name in the tool table; null where it stands in none.</param>
/// <param name="File">Relative to the project, with <c>/</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Status"><c>recorded</c>, <c>callee</c> or <c>refused</c>.</param>
/// <param name="Rule">The rule that names it, where it is refused.</param>
/// <param name="Reason">What is in the way and what to do, where it is refused.</param>
internal sealed record CoverageMethod(
    string Method, string Kind, string? Tool, string File, int Line, string Status, string? Rule, string? Reason);
