using System.Globalization;
using System.Reflection;
using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>The text that a model receives for an exception or a string. It is never empty, because some providers refuse empty texts.</summary>
internal static class ModelText
{
    private const int MaxWrappers = 16;

    private const string Suffix = "Exception";

    // The framework's default messages, which explain nothing. They are read at run time, because a trimmed program may have other ones.
    private static readonly string s_invocation = new TargetInvocationException(null).Message;
    private static readonly string s_aggregate = new AggregateException().Message;

    /// <summary>The exception's message; if it is empty, the exception's type in words.</summary>
    internal static string Of(Exception exception)
    {
        var telling = Telling(exception);
        var message = ErrorText.Message(telling);
        return IsBlank(message) ? Words(telling.GetType()) : message;
    }

    /// <summary>The text itself; a JSON string of it if the text is blank.</summary>
    internal static string Of(string text) => IsBlank(text) ? Encoding.UTF8.GetString(JsonBuffer.TextOf(text)) : text;

    /// <summary>The exception itself; if it is a wrapper of the framework without a message of its own, the exception within it.</summary>
    internal static Exception Telling(Exception exception)
    {
        for (var i = 0; i < MaxWrappers && exception.InnerException is { } inner && IsMute(exception); i++)
        {
            exception = inner;
        }

        return exception;
    }

    internal static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMute(Exception exception) => exception switch
    {
        TypeInitializationException => true,
        TargetInvocationException => ErrorText.Message(exception) == s_invocation,
        AggregateException { InnerExceptions.Count: 1 } => ErrorText.Message(exception).StartsWith(s_aggregate, StringComparison.Ordinal),
        _ => false,
    };

    // An InvalidOperationException becomes "Invalid operation."
    private static string Words(Type type)
    {
        var name = type.Name.Split('`')[0];
        name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        var words = new StringBuilder();
        var count = 0;
        for (int start = 0, end; start < name.Length; start = end)
        {
            end = EndOfWord(name, start);
            var word = name[start..end].Trim('_');
            if (word.Length > 0)
            {
                count++;
                words.Append(words.Length == 0 ? "" : " ").Append(words.Length == 0 || IsAcronym(word) ? word : word.ToLowerInvariant());
            }
        }

        return (count, words) switch
        {
            (0, _) => "Error.",
            (1, _) => $"{Capital(words)} error.",
            _ => $"{Capital(words)}.",
        };
    }

    // A capital letter begins a word. Of several in a row, the last one begins a word if a small letter follows.
    private static int EndOfWord(string name, int start)
    {
        var end = start + 1;
        while (end < name.Length && name[end] != '_'
            && !(char.IsUpper(name[end]) && (!char.IsUpper(name[end - 1]) || (end + 1 < name.Length && char.IsLower(name[end + 1])))))
        {
            end++;
        }

        return end;
    }

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(c => !char.IsLower(c));

    private static string Capital(StringBuilder words) => char.ToUpperInvariant(words[0]) + words.ToString(1, words.Length - 1);
}
