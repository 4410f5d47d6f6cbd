namespace AgentStepLog.Json;

// Of strings, in the forms that the framework reads.
internal readonly partial struct JsonPart
{
    public bool TryGetGuid(out Guid value) => Reader().TryGetGuid(out value);

    public bool TryGetDateTime(out DateTime value) => Reader().TryGetDateTime(out value);

    public bool TryGetDateTimeOffset(out DateTimeOffset value) => Reader().TryGetDateTimeOffset(out value);

    public bool TryGetBytesFromBase64([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? value) => Reader().TryGetBytesFromBase64(out value);
}
