using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>
/// Reads a value of a wrong JSON type as the value that the model probably meant: JSON that is written in a string, a number or boolean as a string, a single value as
/// a list of one, an empty text or the word null as no value. A value that fits is never changed.
/// </summary>
internal static class Coercion
{
    public static T Read<T>(JsonInput value, Func<JsonInput, T> read)
    {
        var problems = value.Problems;
        var outside = problems.Mismatch;
        problems.Mismatch = null;
        var mark = problems.Now();
        var result = value.ReadExactly(read);
        if (problems.Count > mark.Count && problems.Mismatch is { } at && value.IsAt(at))
        {
            // Only if this value itself has the wrong type. Values within it were already tried where they were read.
            var found = problems.Rollback(mark);
            foreach (var (meant, isList) in Candidates(value.Given, problems.Options))
            {
                problems.Mismatch = null;
                var other = value.With(meant).ReadExactly(read);
                if (problems.Count == mark.Count)
                {
                    problems.AddCoerced(value.Path);
                    problems.Mismatch = outside;
                    return other;
                }

                // The candidate has the right type, and a problem in itself or within it. The model can correct that problem, so it is the one to report.
                var isMeant = problems.Mismatch is not { } still || !(value.IsAt(still) || (isList && value.IsOfItem(still)));
                var wrong = problems.Rollback(mark);
                if (isMeant)
                {
                    found = wrong;
                    break;
                }
            }

            problems.Restore(found);
            problems.Mismatch = at;
        }

        problems.Mismatch = outside ?? problems.Mismatch;
        return result;
    }

    private static IEnumerable<(JsonPart Meant, bool IsList)> Candidates(JsonPart given, ToolTableOptions options)
    {
        switch (given.ValueKind)
        {
            case JsonValueKind.String:
                if (SaysNothing(given))
                {
                    yield return (Parse("null"), false);
                }
                else if (Written(given.GetString()!, options) is { } written)
                {
                    yield return (written, false);
                }

                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                yield return (Parse($"\"{given.GetRawText()}\""), false);
                break;
            case JsonValueKind.Object:
                break;
            default:
                yield break;
        }

        yield return (Parse($"[{given.GetRawText()}]"), true);
    }

    /// <summary>Whether it is a string that stands for no value: an empty one, or the word for null of JSON or of another language.</summary>
    public static bool SaysNothing(JsonPart given) =>
        given.ValueKind == JsonValueKind.String && given.GetString()!.Trim() is "" or "null" or "Null" or "NULL" or "None" or "undefined";

    /// <summary>The JSON that is written in a string; null if the string has none, or has JSON that arguments may not hold.</summary>
    private static JsonPart? Written(string text, ToolTableOptions options)
    {
        var json = Wrapping.Inside(text) ?? text;
        if (bool.TryParse(json, out var boolean))
        {
            return Parse(boolean ? "true" : "false"); // Python's spelling counts too
        }

        if (json.Length == 0 || (!char.IsAsciiDigit(json[0]) && json[0] is not ('-' or '{' or '[' or 'n')))
        {
            return null;
        }

        var index = new JsonIndex();
        return index.Read(Encoding.UTF8.GetBytes(json), options.MaxDepth, options.MaxItems + 1L) == JsonFault.None && !index.HasLoneSurrogate && !index.MayHaveEqualNames()
            ? index.Root
            : null; // the string is only a text
    }

    private static JsonPart Parse(string json) => JsonIndex.Of(Encoding.UTF8.GetBytes(json));
}
