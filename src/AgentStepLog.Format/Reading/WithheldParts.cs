using System.Globalization;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Reading;

/// <summary>Whether a recorded value, or a whole value within it, was withheld. A text of which only a token was withheld is still a text, and does not count.</summary>
internal static class WithheldParts
{
    private const string Key = "[redacted-key-";

    /// <summary>The pointer to a member. In the line, a name that begins with $ has one more $.</summary>
    public static string Pointer(string parent, string name) => parent + JsonPointer.Step(name.StartsWith('$') ? "$" + name : name);

    /// <param name="withheld">The step's withheld values.</param>
    /// <param name="at">The value's pointer.</param>
    /// <param name="value">The value as the user had it, without doubled $.</param>
    public static bool Any(IReadOnlyList<WithheldValue> withheld, string at, JsonPart value)
    {
        for (var i = 0; i < withheld.Count; i++)
        {
            var (place, kind) = (withheld[i].At, withheld[i].Kind);
            if (place.Length == 0 || place == at || place.StartsWith(at + "/", StringComparison.Ordinal))
            {
                if (place.Length < at.Length || place.Contains(Key, StringComparison.Ordinal) || !IsPart(Find(value, place[at.Length..]), $"[redacted:{kind}]"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsPart(JsonPart value, string mark) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is var text && text.Length > mark.Length && text.Contains(mark, StringComparison.Ordinal);

    private static JsonPart Find(JsonPart value, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            value = value.ValueKind switch
            {
                JsonValueKind.Object when value.TryGetProperty(name.StartsWith("$$", StringComparison.Ordinal) ? name[1..] : name, out var member) => member,
                JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => Item(value, index),
                _ => default,
            };
        }

        return value;
    }

    private static JsonPart Item(JsonPart array, int index)
    {
        foreach (var (_, item) in array.Items())
        {
            if (index-- == 0)
            {
                return item;
            }
        }

        return default;
    }
}
