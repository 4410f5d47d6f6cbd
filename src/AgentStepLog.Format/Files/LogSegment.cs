using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>One of the files of a run, as it is in its directory.</summary>
/// <param name="Number">The segment's number, from 1.</param>
/// <param name="Path">The file's path.</param>
/// <param name="First">The number of its first line; null where it has no whole header that states the number.</param>
internal sealed record LogSegment(int Number, string Path, long? First)
{
    /// <summary>Whether the file is compressed.</summary>
    internal bool IsPacked => SegmentName.IsPacked(Path);

    /// <summary>The names of the run's files from one number to another, as a message shows them: "r.2.jsonl", "r.2.jsonl to r.4.jsonl".</summary>
    internal string Names(int from, int to)
    {
        var name = System.IO.Path.GetFileName(Path);
        name = name.LastIndexOf(SegmentName.Extension, StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
        name = Number == 1 ? name : name[..name.LastIndexOf('.')];
        return from == to ? Name(from) : $"{Name(from)} to {Name(to)}";

        string Name(int number) => number == 1 ? name + SegmentName.Extension : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}{SegmentName.Extension}");
    }

    /// <summary>
    /// The first step of those later files that have a header, or null. The later files write the steps from that number on again.
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

    /// <summary>The same for each of the files.</summary>
    internal static long?[] Beyond(List<LogSegment> files)
    {
        var beyond = new long?[files.Count];
        for (var i = files.Count - 2; i >= 0; i--)
        {
            beyond[i] = files[i + 1].First is { } first && first < (beyond[i + 1] ?? long.MaxValue) ? first : beyond[i + 1];
        }

        return beyond;
    }

    /// <summary>The first line of a file. Of a line that is too long it returns the beginning, which is too long as well.</summary>
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

        isComplete = length == bytes.Length; // the line is longer than the buffer, and so too long wherever it ends
        return bytes[..length];
    }

    /// <summary>Opens the file for reading. A compressed file is unpacked.</summary>
    internal Stream Read(ILogFiles files) => Read(files, Path);

    private static Stream Read(ILogFiles files, string path)
    {
        var stream = new LogFileStream(files.Open(path));
        return SegmentName.IsPacked(path) ? new PackedStream(stream) : stream;
    }
}
