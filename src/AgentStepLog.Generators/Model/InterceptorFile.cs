using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What stands in one generated file of interceptors.</summary>
internal sealed record InterceptorFile(string Name, EquatableArray<FileCalls> Files);
