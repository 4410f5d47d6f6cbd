using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentStepLog.FaultTests.Subjects;

/// <summary>What any logger's files hold: lines of JSON that name their step.</summary>
internal sealed partial record LinesLeft(HashSet<long> Labels, bool IsTorn)
{
    public static LinesLeft In(string directory)
    {
        var (labels, isTorn) = (new HashSet<long>(), false);
        foreach (var path in Directory.EnumerateFiles(directory, "*.jsonl"))
        {
            var text = File.ReadAllText(path);
            isTorn |= text.Length > 0 && text[^1] != '\n';
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!IsJson(line))
                {
                    isTorn = true;
                }
                else if (Label().Match(line) is { Success: true } label)
                {
                    labels.Add(long.Parse(label.Groups[1].ValueSpan, provider: null));
                }
            }
        }

        return new(labels, isTorn);
    }

    private static bool IsJson(string line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("\"label\":\\s*(\\d+)")]
    private static partial Regex Label();
}
