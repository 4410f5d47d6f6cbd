using AgentStepLog;

namespace NativeAot;

/// <summary>The log of a run, with a typed record for each tool.</summary>
[StepLog]
public sealed partial class SurfLog;
