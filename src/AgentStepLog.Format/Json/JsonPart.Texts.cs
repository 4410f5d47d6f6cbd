namespace AgentStepLog.Json;

// Of strings, in the forms that the framework reads.
internal readonly partial struct JsonPart
{
    private const int DateLength = 10;

    public bool TryGetGuid(out Guid value) => Reader().TryGetGuid(out value);

    public bool TryGetDateTime(out DateTime value) => Reader().TryGetDateTime(out value);

    public bool TryGetDateTimeOffset(out DateTimeOffset value) => Reader().TryGetDateTimeOffset(out value);

    /// <summary>A date alone.</summary>
    public bool TryGetDate(out DateOnly value)
    {
        // A date-time is longer.
        var time = default(DateTime);
        var isDate = TextUtf8.Length == DateLength && TryGetDateTime(out time);
        value = DateOnly.FromDateTime(time);
        return isDate;
    }

    public bool TryGetBytesFromBase64([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? value) => Reader().TryGetBytesFromBase64(out value);
}
