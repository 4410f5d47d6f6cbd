namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>A place from which an annotated method is called, or may be.</summary>
/// <param name="Method">The annotated method, as the log names it.</param>
/// <param name="File">Relative to the project, with <c>/</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1. For the order alone.</param>
/// <param name="Member">The member that calls, as the log's <c>caller</c> names it.</param>
/// <param name="Route"><c>direct</c>, <c>callee</c> or <c>hole</c>.</param>
/// <param name="Rule">The rule that names the hole.</param>
/// <param name="Reason">What is in the way and what to do, where it is a hole.</param>
internal sealed record CoverageCall(
    string Method, string File, int Line, int Column, string Member, string Route, string? Rule, string? Reason);
