namespace AgentStepLog.Records;

/// <summary>A value expands to more than may be read. Thrown far below where somebody knows which value it is.</summary>
internal sealed class ExpansionException : Exception;
