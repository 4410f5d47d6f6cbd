namespace AgentStepLog.Records;

/// <summary>A value expands to more bytes than the limit allows. The code that throws it does not know the value's name: callers add it.</summary>
internal sealed class ExpansionException : Exception;
