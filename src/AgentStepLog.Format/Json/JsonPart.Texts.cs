using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.Json;

// Parses strings in the forms that the framework parses. None of these forms has half a surrogate pair, and the framework's reader would throw for one.
internal readonly partial struct JsonPart
{
    private const int DateLength = 10;

    public bool TryGetGuid(out Guid value)
    {
        value = default;
        return IsReadable && Reader().TryGetGuid(out value);
    }

    public bool TryGetDateTime(out DateTime value)
    {
        value = default;
        return IsReadable && Reader().TryGetDateTime(out value);
    }

    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return IsReadable && Reader().TryGetDateTimeOffset(out value);
    }

    /// <summary>Reads a date without a time.</summary>
    public bool TryGetDate(out DateOnly value)
    {
        var time = default(DateTime);
        var isDate = TextUtf8.Length == DateLength && TryGetDateTime(out time);
        value = DateOnly.FromDateTime(time);
        return isDate;
    }

    public bool TryGetBytesFromBase64([NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        return IsReadable && Reader().TryGetBytesFromBase64(out value);
    }

    private bool IsReadable => !Token.IsEscaped || !JsonStrings.HasLoneSurrogate(Utf8);
}
