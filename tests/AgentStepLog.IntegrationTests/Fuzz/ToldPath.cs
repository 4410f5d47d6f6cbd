using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentStepLog.IntegrationTests.Fuzz;

/// <summary>The paths that an error names, looked up in the arguments that it speaks of.</summary>
internal static partial class ToldPath
{
    /// <summary>The lines of an error whose path leads nowhere in the arguments.</summary>
    public static IEnumerable<string> Lost(string error, string json)
    {
        var told = error.Split('\n').Skip(1).Where(line => Path().IsMatch(line)).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "{}" : json, new() { MaxDepth = 512 });
        using var inner = document.RootElement.ValueKind == JsonValueKind.String ? JsonDocument.Parse(document.RootElement.GetString()!) : null;
        var root = (inner ?? document).RootElement;
        return HasOddNames(root) ? [] : [.. told.Where(line => !Leads(Path().Match(line).Groups[1].Value, root))];
    }

    // Names with dots and brackets in them make paths that only people can tell apart.
    private static bool HasOddNames(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(m => !Word().IsMatch(m.Name) || HasOddNames(m.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HasOddNames),
        _ => false,
    };

    // A lenient table looks into strings.
    private static JsonElement Meant(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return value;
        }

        using var document = JsonDocument.Parse(value.GetString()!, new() { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    // What is missing is named too: then its parent is there.
    private static bool Leads(string path, JsonElement root)
    {
        var at = root;
        var steps = Step().Matches(path);
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i].Groups[1];
            at = Meant(at);
            if (step.Success && at.ValueKind != JsonValueKind.Array && step.Value == "0")
            {
                continue; // taken for a list of one
            }

            if (step.Success)
            {
                var index = int.Parse(step.Value, System.Globalization.CultureInfo.InvariantCulture);
                if (at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength())
                {
                    return false;
                }

                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || (!at.TryGetProperty(steps[i].Value, out at) && i < steps.Count - 1))
            {
                return false;
            }
        }

        return steps.Count > 0;
    }

    [GeneratedRegex(@"^- ([A-Za-z][\w.\[\]]*): (?!.*…)")]
    private static partial Regex Path();

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[(\d+)\]|\w+")]
    private static partial Regex Step();
}
