namespace AgentStepLog.Json;

/// <summary>Where a value stands in a JSON text, after RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>The part of a pointer that a key is.</summary>
    internal static string Step(string key) => "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
