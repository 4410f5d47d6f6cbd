using System.Globalization;
using System.IO.Compression;
using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>One of the files of a run, as it lies in its directory.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Path">Where it is.</param>
/// <param name="First">The number of its first line; null where it has no whole header that says it.</param>
internal sealed record LogSegment(int Number, string Path, long? First)
{
    private const string Extension = ".jsonl";
    private const string Packed = ".gz";

    /// <summary>Whether it was compressed as a whole.</summary>
    internal bool IsPacked => IsPackedName(Path);

    /// <summary>The files of a run that are there, in their order. A file that is named like one of them and is another run's is none.</summary>
    internal static List<LogSegment> Find(ILogFiles files, string directory, string runId) => Find(files, directory, runId, runId);

    /// <summary>The files of the run that one of them belongs to, however they are named; empty where its header does not tell.</summary>
    internal static List<LogSegment> FindAround(ILogFiles files, string path)
    {
        try
        {
            var fields = new LineFields(null);
            fields.Parse(FirstLine(files, path, out _));
            var segment = fields.Whole("segment"u8) ?? 1;
            var name = System.IO.Path.GetFileName(path);
            name = IsPackedName(name) ? name[..^Packed.Length] : name;
            var end = segment == 1 ? Extension : string.Create(CultureInfo.InvariantCulture, $".{segment}{Extension}");
            return name.EndsWith(end, StringComparison.Ordinal)
                ? Find(files, System.IO.Path.GetDirectoryName(path)!, name[..^end.Length], fields.RequiredText("run_id"u8)) : [];
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>The run that a file belongs to, as its header says; null where it has none.</summary>
    internal static string? RunIdOf(ILogFiles files, string path)
    {
        try
        {
            var fields = new LineFields(null);
            fields.Parse(FirstLine(files, path, out _));
            return fields.RequiredText("run_id"u8) is var id && WellFormedRunId.Flaw(id) is null ? id : null;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The names of files of its run, from one number to another, as they belong beside it: "r.2.jsonl", "r.2.jsonl to r.4.jsonl".</summary>
    internal string Names(int from, int to)
    {
        var name = System.IO.Path.GetFileName(Path);
        name = name.LastIndexOf(Extension, StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
        name = Number == 1 ? name : name[..name.LastIndexOf('.')];
        return from == to ? Name(from) : $"{Name(from)} to {Name(to)}";

        string Name(int number) => number == 1 ? name + Extension : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}{Extension}");
    }

    /// <summary>
    /// The first step of those files behind one that have a header, or null: what stands there or after it is written again in them. A file
    /// without a header has nothing to say.
    /// </summary>
    internal static long? Beyond(List<LogSegment> files, int index)
    {
        long? beyond = null;
        for (var i = index + 1; i < files.Count; i++)
        {
            beyond = files[i].First is { } first && first < (beyond ?? long.MaxValue) ? first : beyond;
        }

        return beyond;
    }

    /// <summary>The name that a file has once it was compressed.</summary>
    internal static string PackedName(string path) => path + Packed;

    internal static bool IsPackedName(string path) => path.EndsWith(Packed, StringComparison.Ordinal);

    private static List<LogSegment> Find(ILogFiles files, string directory, string name, string runId)
    {
        var found = new List<LogSegment>();
        foreach (var file in files.List(directory))
        {
            if (NumberOf(file, name) is not { } number)
            {
                continue;
            }

            var at = found.FindLastIndex(s => s.Number <= number) + 1; // listed in any order
            var isThere = at > 0 && found[at - 1].Number == number;
            if (isThere && !found[at - 1].IsPacked)
            {
                continue;
            }

            var segment = new LogSegment(number, System.IO.Path.Combine(directory, file), null);
            if (segment.WithHeader(files, runId) is { } own)
            {
                if (isThere)
                {
                    found[at - 1] = own;
                }
                else
                {
                    found.Insert(at, own);
                }
            }
        }

        return found;
    }

    /// <summary>The run that a file's first line names, and what that line is; null where it names none.</summary>
    internal static byte[] FirstLine(ILogFiles files, string path, out bool isComplete)
    {
        using var stream = Read(files, path);
        using var lines = new LineScanner(stream);
        isComplete = lines.Next() && lines.IsComplete;
        return lines.Number < 0 ? [] : lines.Line.ToArray();
    }

    /// <summary>Opens it to be read, unpacked.</summary>
    internal Stream Read(ILogFiles files) => Read(files, Path);

    private static Stream Read(ILogFiles files, string path)
    {
        var stream = new LogFileStream(files.Open(path));
        return IsPackedName(path) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static int? NumberOf(string file, string name)
    {
        var rest = file.AsSpan();
        if (!rest.StartsWith(name, StringComparison.Ordinal))
        {
            return null;
        }

        rest = rest[name.Length..];
        rest = rest.EndsWith(Packed, StringComparison.Ordinal) ? rest[..^Packed.Length] : rest;
        if (!rest.EndsWith(Extension, StringComparison.Ordinal))
        {
            return null;
        }

        rest = rest[..^Extension.Length];
        return rest.IsEmpty ? 1
            : rest is ['.', not '0', ..] && int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? number
            : null;
    }

    // Null when its header says that it is another run's.
    private LogSegment? WithHeader(ILogFiles files, string runId)
    {
        try
        {
            var fields = new LineFields(null);
            var line = FirstLine(files, Path, out var isComplete);
            if (!isComplete)
            {
                return this;
            }

            fields.Parse(line);
            return fields.RequiredText("run_id"u8) != runId || (fields.Whole("segment"u8) ?? 1) != Number
                ? Number == 1 ? this : null
                : this with { First = fields.RequiredWhole("step"u8) };
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return this; // no header, or no gzip: who reads it says so
        }
    }
}
