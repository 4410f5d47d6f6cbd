using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What the generated body says by <c>[Description]</c> to a framework that reads nothing else. Empty where nothing is said, or said already.</summary>
/// <param name="Method">Of the method.</param>
/// <param name="Parameters">Of each parameter, in order.</param>
/// <param name="Return">Of the result.</param>
internal sealed record CalleeDescriptions(string Method, EquatableArray<string> Parameters, string Return);
