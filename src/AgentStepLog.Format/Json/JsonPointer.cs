namespace AgentStepLog.Json;

/// <summary>The place of a value in a JSON text, after RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>The part of a pointer for one key.</summary>
    internal static string Step(string key) => "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
