namespace AgentStepLog.FaultTests.Work;

/// <summary>One message of a chat.</summary>
internal sealed record Message(string Role, string Content);
