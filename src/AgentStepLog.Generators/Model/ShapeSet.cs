using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The named types that values reach, each once, ordered by key.</summary>
internal sealed record ShapeSet(EquatableArray<ObjectModel> Objects, EquatableArray<EnumModel> Enums);
