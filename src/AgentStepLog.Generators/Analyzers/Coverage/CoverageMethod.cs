namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>An annotated method of the project, and whether its calls are recorded.</summary>
/// <param name="Method">The method, as in the log.</param>
/// <param name="Kind"><c>tool</c>, <c>llm</c> or <c>agent</c>.</param>
/// <param name="Tool">The name in the tool table; null where the table does not have it.</param>
/// <param name="File">The file relative to the project, with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Status"><c>recorded</c>, <c>callee</c> or <c>refused</c>.</param>
/// <param name="Rule">The rule that reports the method, where it is refused.</param>
/// <param name="Reason">The problem and what to do, where the method is refused.</param>
internal sealed record CoverageMethod(
    string Method, string Kind, string? Tool, string File, int Line, string Status, string? Rule, string? Reason);
