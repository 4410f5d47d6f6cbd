using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What binding a file gives: its recorded calls, and of the methods that they call those of referenced assemblies.</summary>
/// <param name="File">The calls.</param>
/// <param name="Referenced">The methods, each once: their wrappers are generated in this project.</param>
internal sealed record BoundCalls(FileCalls File, EquatableArray<MethodModel> Referenced);
