using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The content of one generated file of interceptors.</summary>
internal sealed record InterceptorFile(string Name, EquatableArray<FileCalls> Files);
