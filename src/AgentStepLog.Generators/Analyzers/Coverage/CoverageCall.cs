namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>A place that calls an annotated method, or may call one.</summary>
/// <param name="Method">The annotated method, as in the log.</param>
/// <param name="File">The file relative to the project, with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1. It is used for sorting only.</param>
/// <param name="Member">The calling member, as in the log's <c>caller</c>.</param>
/// <param name="Route"><c>direct</c>, <c>callee</c> or <c>hole</c>.</param>
/// <param name="Rule">The rule that reports the hole.</param>
/// <param name="Reason">The problem and what to do, where this is a hole.</param>
internal sealed record CoverageCall(
    string Method, string File, int Line, int Column, string Member, string Route, string? Rule, string? Reason);
