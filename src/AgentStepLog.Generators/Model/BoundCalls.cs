using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The result of binding a file: its recorded calls, and the called methods that have no wrapper of their own in the project.</summary>
/// <param name="File">The recorded calls.</param>
/// <param name="Called">The called methods, each once: methods of referenced assemblies, overrides with another signature, <c>base.</c> calls.</param>
/// <param name="Given">The types that the calls use as type arguments, so that their values can be written.</param>
internal sealed record BoundCalls(FileCalls File, EquatableArray<MethodModel> Called, ShapeSet Given);
