using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The annotated methods of a source file.</summary>
/// <param name="Methods">Those of a supported shape.</param>
/// <param name="Refused">The others: they leave no records, and the manifest says why.</param>
internal sealed record BoundMethods(EquatableArray<MethodModel> Methods, EquatableArray<RefusedMethod> Refused);

/// <param name="Kind">What its calls would be.</param>
/// <param name="StepName">The tool's or agent's name.</param>
/// <param name="Id">Its documentation comment id.</param>
/// <param name="Reason">Why it is not recorded, and what to do.</param>
internal sealed record RefusedMethod(RecordedKind Kind, string StepName, string Id, string Reason);
