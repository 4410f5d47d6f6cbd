using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>One expected finding. <paramref name="Id"/> null: the rule under test.</summary>
internal sealed record Mark(string? Id, TextSpan Span);
