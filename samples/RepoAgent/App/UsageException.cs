namespace RepoAgents.App;

/// <summary>The program was called in a way that it cannot follow; the message says what is wrong.</summary>
public sealed class UsageException(string message) : Exception(message);
