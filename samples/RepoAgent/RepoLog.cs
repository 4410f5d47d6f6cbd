using AgentStepLog;

namespace RepoAgents;

/// <summary>The step log of a run: one typed record per tool, model and agent call of this program.</summary>
[StepLog]
public sealed partial class RepoLog;
