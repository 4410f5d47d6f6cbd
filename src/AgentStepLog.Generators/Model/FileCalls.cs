using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The recorded calls in a source file, in order.</summary>
internal sealed record FileCalls(string File, EquatableArray<CallModel> Calls);
