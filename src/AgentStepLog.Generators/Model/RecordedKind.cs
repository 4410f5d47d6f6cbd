namespace AgentStepLog.Generators.Model;

/// <summary>The kind of a method's attribute.</summary>
internal enum RecordedKind
{
    Tool,
    Llm,
    Agent,
}
