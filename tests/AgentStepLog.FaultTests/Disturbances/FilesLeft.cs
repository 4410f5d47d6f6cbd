using System.Text.Json;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>What stands in the files of a run, by the words of the format alone, whatever somebody did to them.</summary>
internal sealed class FilesLeft
{
    public FilesLeft(string directory, string runId)
    {
        var files = Directory.EnumerateFileSystemEntries(directory, runId + ".*jsonl").Select(path => (Path: path, Number: NumberOf(Path.GetFileName(path), runId))).ToList();
        var next = long.MaxValue;
        foreach (var (path, _) in files.OrderByDescending(static file => file.Number))
        {
            // What stands at or after the first step of a later file does not count. A last file that is empty was cut, or never begun.
            var lines = LinesIn(path);
            var counted = lines.FindAll(line => Step(line) < next);
            IsWhole &= counted.Count == lines.Count && (lines.Count > 0 || next < long.MaxValue);
            next = lines.Count > 0 ? Step(lines[0]) : next;
            Lines.InsertRange(0, counted);
        }

        IsWhole &= Lines.Select(Step).SequenceEqual(Enumerable.Range(0, Lines.Count).Select(static number => (long)number));
        Records = [.. Lines.Select(Record)];
    }

    /// <summary>The lines that count, in order.</summary>
    public List<JsonElement> Lines { get; } = [];

    /// <summary>Records as <c>type:label</c>.</summary>
    public HashSet<string> Records { get; }

    /// <summary>Lines that gaps tell of.</summary>
    public long Told => Lines.Sum(static line => line.TryGetProperty("lost", out var lost) ? lost.GetInt64() : 0);

    /// <summary>Whether the lines follow each other, and nothing else is there.</summary>
    public bool IsWhole { get; private set; } = true;

    private static int NumberOf(string name, string runId) => name == runId + ".jsonl" ? 1 : int.Parse(name[(runId.Length + 1)..^".jsonl".Length], provider: null);

    private static long Step(JsonElement line) => line.GetProperty("step").GetInt64();

    private static string Record(JsonElement line) =>
        $"{line.GetProperty("type").GetString()}:{(line.TryGetProperty("input", out var value) || line.TryGetProperty("data", out value) ? value.GetProperty("label").GetRawText() : "")}";

    private List<JsonElement> LinesIn(string path)
    {
        var lines = new List<JsonElement>();
        var rest = Content(path).AsMemory();
        while (rest.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            try
            {
                lines.Add(JsonDocument.Parse(rest[..end]).RootElement);
            }
            catch (JsonException)
            {
                IsWhole = false;
            }

            rest = rest[(end + 1)..];
        }

        IsWhole &= rest.IsEmpty;
        return lines;
    }

    private byte[] Content(string path)
    {
        try
        {
            using var file = RegularFile.Open(path);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
        }
        catch (IrregularFileException)
        {
            IsWhole = false;
            return [];
        }
    }
}
