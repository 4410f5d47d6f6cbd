namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>A tool of the corpus.</summary>
/// <param name="Name">The method's name, the same in no other signature.</param>
/// <param name="Code">The method, and the types that it needs, as members of a static class.</param>
/// <param name="Calls">JSON objects of arguments.</param>
internal sealed record Signature(string Name, string Code, params string[] Calls);
