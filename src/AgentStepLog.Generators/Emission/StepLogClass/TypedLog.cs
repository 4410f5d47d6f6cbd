using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.StepLogClass;

/// <summary>A <c>[StepLog]</c> class with its typed steps.</summary>
internal sealed record TypedLog(LogModel Log, EquatableArray<TypedStep> Steps);
