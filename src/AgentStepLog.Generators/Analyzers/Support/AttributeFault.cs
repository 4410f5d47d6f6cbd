using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <param name="Attribute">The attribute; null where the fault is in a value, such as a default.</param>
/// <param name="Text">The problem, and what to do.</param>
internal sealed record AttributeFault(AttributeData? Attribute, string Text);
