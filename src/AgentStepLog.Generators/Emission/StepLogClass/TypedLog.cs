using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>A <c>[StepLog]</c> class with the typed records that it gets.</summary>
internal sealed record TypedLog(LogModel Log, EquatableArray<TypedStep> Steps);
