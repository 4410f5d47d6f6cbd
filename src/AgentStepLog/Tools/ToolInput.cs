using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>The arguments' text, as a model gave it.</summary>
internal static class ToolInput
{
    /// <summary>Deeper than any tool's parameters, and no deeper: reading them may recurse.</summary>
    private const int MaxDepth = 64;

    /// <param name="json">The text; blank stands for an empty object, as models write it for a tool without parameters.</param>
    /// <param name="input">The same object, compact, with well-formed strings.</param>
    /// <param name="problem">A line for the model, led by a dash.</param>
    public static bool TryParse(string json, out JsonText input, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        try
        {
            var text = string.IsNullOrWhiteSpace(json) ? "{}"u8.ToArray() : Encoding.UTF8.GetBytes(json);
            input = JsonText.Normalize(text, MaxDepth);
        }
        catch (JsonException e)
        {
            input = default;
            problem = "\n- " + Explain(e);
            return false;
        }

        if (input.Utf8[0] != (byte)'{')
        {
            problem = $"\n- expected a JSON object with the parameters as its members, got {Kind(input.Utf8[0])}";
        }

        return problem is null;
    }

    private static string Explain(JsonException e)
    {
        if (e.LineNumber is not { } line)
        {
            return e.Message;
        }

        // The framework's message ends with its own, zero-based, account of the place.
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (end < 0 ? e.Message : e.Message[..end])
            .Replace(" which is not supported in this mode. Change the reader options.", ".", StringComparison.Ordinal);     // advice to us, not to a model
        return string.Create(CultureInfo.InvariantCulture, $"not valid JSON: {what} (line {line + 1}, byte {e.BytePositionInLine + 1})");
    }

    private static string Kind(byte first) => (char)first switch
    {
        '[' => "an array",
        '"' => "a string",
        't' or 'f' => "a boolean",
        'n' => "null",
        _ => "a number",
    };
}
