using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>
/// Reads a value of a wrong JSON type as what a model probably meant by it: the JSON that is written in a string, a number or boolean as a
/// string, a single value as a list of one, no text or the word null for no value. What fits without that is never touched.
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
            // Only where this value itself is of the wrong type: what is wrong within it was looked at there.
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

                // What is of the right type, and wrong in itself or within, is what the model can mend.
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

    /// <summary>Whether it is a string that stands for no value: without a word, or with that of JSON or of another language.</summary>
    public static bool SaysNothing(JsonPart given) =>
        given.ValueKind == JsonValueKind.String && given.GetString()!.Trim() is "" or "null" or "Null" or "NULL" or "None" or "undefined";

    /// <summary>The JSON that is written in a string; null if there is none, or none that arguments may hold.</summary>
    private static JsonPart? Written(string text, ToolTableOptions options)
    {
        var json = Wrapping.Inside(text) ?? text;
        if (bool.TryParse(json, out var boolean))
        {
            return Parse(boolean ? "true" : "false"); // also as Python writes it
        }

        if (json.Length == 0 || (!char.IsAsciiDigit(json[0]) && json[0] is not ('-' or '{' or '[' or 'n')))
        {
            return null;
        }

        var index = new JsonIndex();
        return index.Read(Encoding.UTF8.GetBytes(json), options.MaxDepth, options.MaxItems + 1L) == JsonFault.None && !index.HasLoneSurrogate && !index.MayHaveEqualNames()
            ? index.Root
            : null; // just a text
    }

    private static JsonPart Parse(string json) => JsonIndex.Of(Encoding.UTF8.GetBytes(json));
}
