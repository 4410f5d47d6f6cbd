using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>One of the files of a run, as it lies in its directory.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Path">Where it is.</param>
/// <param name="First">The number of its first line; null where it has no whole header that says it.</param>
internal sealed record LogSegment(int Number, string Path, long? First)
{
    /// <summary>Whether it was compressed as a whole.</summary>
    internal bool IsPacked => SegmentName.IsPacked(Path);

    /// <summary>The names of files of its run, from one number to another, as they belong beside it: "r.2.jsonl", "r.2.jsonl to r.4.jsonl".</summary>
    internal string Names(int from, int to)
    {
        var name = System.IO.Path.GetFileName(Path);
        name = name.LastIndexOf(SegmentName.Extension, StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
        name = Number == 1 ? name : name[..name.LastIndexOf('.')];
        return from == to ? Name(from) : $"{Name(from)} to {Name(to)}";

        string Name(int number) => number == 1 ? name + SegmentName.Extension : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}{SegmentName.Extension}");
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

    /// <summary>The same of all files.</summary>
    internal static long?[] Beyond(List<LogSegment> files)
    {
        var beyond = new long?[files.Count];
        for (var i = files.Count - 2; i >= 0; i--)
        {
            beyond[i] = files[i + 1].First is { } first && first < (beyond[i + 1] ?? long.MaxValue) ? first : beyond[i + 1];
        }

        return beyond;
    }

    /// <summary>The first line of a file; of one that is too long for a line, a beginning that is.</summary>
    internal static byte[] FirstLine(ILogFiles files, string path, out bool isComplete)
    {
        using var stream = Read(files, path);
        var bytes = new byte[LineScanner.MaxLine + 2];
        var length = 0;
        for (int read; length < bytes.Length && (read = stream.Read(bytes.AsSpan(length))) > 0; length += read)
        {
            if (bytes.AsSpan(length, read).IndexOf((byte)'\n') is >= 0 and var end)
            {
                isComplete = true;
                return bytes[..(length + end)];
            }
        }

        isComplete = length == bytes.Length; // there is more of it, and it is too long, wherever it ends
        return bytes[..length];
    }

    /// <summary>Opens it to be read, unpacked.</summary>
    internal Stream Read(ILogFiles files) => Read(files, Path);

    private static Stream Read(ILogFiles files, string path)
    {
        var stream = new LogFileStream(files.Open(path));
        return SegmentName.IsPacked(path) ? new PackedStream(stream) : stream;
    }
}
