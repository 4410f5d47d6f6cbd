using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The annotated methods of a source file.</summary>
/// <param name="Methods">The methods that can be recorded.</param>
/// <param name="Refused">The other methods. They are not recorded, and the manifest says why.</param>
internal sealed record BoundMethods(EquatableArray<MethodModel> Methods, EquatableArray<RefusedMethod> Refused);

/// <param name="Kind">The kind that its calls would have.</param>
/// <param name="StepName">The tool's or agent's name.</param>
/// <param name="Id">The method's documentation comment id.</param>
/// <param name="Reason">Why the method is not recorded, and what to do.</param>
internal sealed record RefusedMethod(RecordedKind Kind, string StepName, string Id, string Reason);
