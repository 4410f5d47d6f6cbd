namespace AgentStepLog.Generators.Model;

/// <summary>Which attribute of the family stands on the method.</summary>
internal enum RecordedKind
{
    Tool,
    Llm,
    Agent,
}
