using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A type with all its recorded methods, ordered by wrapper name. Becomes one generated file.</summary>
internal sealed record TypeModel(ContainingType Type, EquatableArray<MethodModel> Methods);
