using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <param name="Attribute">The attribute; null where it is the value beside it, such as a default.</param>
/// <param name="Text">What is wrong, and what to do.</param>
internal sealed record AttributeFault(AttributeData? Attribute, string Text);
