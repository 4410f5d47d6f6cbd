using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What binding a file gives: its recorded calls, and what they call that has no wrapper of its own in the project.</summary>
/// <param name="File">The calls.</param>
/// <param name="Called">The methods, each once: of referenced assemblies, overrides of another shape, <c>base.</c> calls.</param>
/// <param name="Given">What stands for the type parameters of the called methods, so that values of it can be written.</param>
internal sealed record BoundCalls(FileCalls File, EquatableArray<MethodModel> Called, ShapeSet Given);
