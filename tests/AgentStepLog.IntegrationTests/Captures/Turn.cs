namespace AgentStepLog.IntegrationTests.Captures;

/// <summary>A message of a chat.</summary>
/// <param name="Role">Whose it is.</param>
/// <param name="Text">What was said.</param>
public sealed record Turn(string Role, string Text);
