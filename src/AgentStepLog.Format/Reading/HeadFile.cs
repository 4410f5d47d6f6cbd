using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Reading;

/// <summary>A head, read back. It is a note, unsigned: it saves reading, and proves nothing.</summary>
internal sealed class HeadFile
{
    // More is no head: one of a thousand tools and models takes some megabytes.
    private const int MaxBytes = 32 * 1024 * 1024;

    // Each takes 12 bytes of memory once more.
    private const int MaxTokens = 5_000_000;

    private HeadFile(JsonElement json)
    {
        RunId = json.GetProperty("run_id").GetString()!;
        Segment = json.GetProperty("segment").GetInt32();
        Lines = json.GetProperty("lines").GetInt64();
        Bytes = json.GetProperty("bytes").GetInt64();
        Leaf = LeafOf(json.GetProperty("leaf"));
        Elapsed = FixedPoint.TryParse(Encoding.UTF8.GetBytes(json.GetProperty("mono_ms").GetRawText()), 3, out var elapsed) ? elapsed : throw new FormatException();
        foreach (var file in json.GetProperty("files").EnumerateArray())
        {
            Files.Add((file[0].GetInt32(), file[1].GetInt64()));
        }

        Ended = json.GetProperty("ended").GetBoolean();
        Totals = json.GetProperty("totals");
        foreach (var intent in json.GetProperty("intents").EnumerateArray())
        {
            Intents[Convert.ToUInt64(intent[0].GetString(), 16)] = new(intent[1].GetInt64(), intent[2].GetInt32(), intent[3].GetInt64());
        }

        Tree = Range(Lines, json.GetProperty("frontier"));
        if (Lines < 1 || Bytes < 1 || Files.Count == 0 || Files[^1] != (Segment, Bytes) || !IsAscending() || !IsRoot(Tree.Root(), json.GetProperty("root").GetBytesFromBase64()))
        {
            throw new FormatException();
        }
    }

    internal string RunId { get; }

    internal int Segment { get; }

    internal long Lines { get; }

    /// <summary>Of the last file.</summary>
    internal long Bytes { get; }

    internal Leaf Leaf { get; }

    /// <summary>In microseconds since the header.</summary>
    internal long Elapsed { get; }

    internal List<(int Number, long Length)> Files { get; } = [];

    internal bool Ended { get; }

    internal JsonElement Totals { get; }

    internal Dictionary<ulong, OpenCall> Intents { get; } = [];

    internal CompactRange Tree { get; }

    /// <returns>Null when there is none, or none that can be read: then the log itself is.</returns>
    internal static HeadFile? Read(RunFiles run)
    {
        try
        {
            using var file = run.Files.Open(run.HeadPath);
            if (file.Length is <= 0 or > MaxBytes)
            {
                return null;
            }

            var bytes = new byte[file.Length];
            using var stream = new LogFileStream(file);
            stream.ReadExactly(bytes);
            return bytes[^1] == (byte)'\n' && LineTail.Flaw(bytes.AsSpan()[..^1]) is null && Parse(bytes) is { } head && head.RunId == run.RunId ? head : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // its loss costs time, and no more
        }
    }

    /// <summary>What lies under its name, if that is no file; null where it is one, or is not there.</summary>
    internal static string? Irregularity(RunFiles run)
    {
        try
        {
            run.Files.Open(run.HeadPath).Dispose();
            return null;
        }
        catch (IrregularFileException e)
        {
            return e.What;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // as if it were not there
        }
    }

    private static HeadFile? Parse(byte[] bytes)
    {
        try
        {
            if (!HasFewTokens(bytes))
            {
                return null;
            }

            return new(JsonDocument.Parse(bytes).RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static bool HasFewTokens(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens <= MaxTokens;
    }

    private bool IsAscending()
    {
        var last = 0;
        foreach (var (number, length) in Files)
        {
            if (number <= last || length < 1)
            {
                return false;
            }

            last = number;
        }

        return true;
    }

    private static CompactRange Range(long lines, JsonElement frontier)
    {
        var subtrees = new Leaf[Math.Min(64, frontier.GetArrayLength())]; // one of more is refused for its number
        for (var i = 0; i < subtrees.Length; i++)
        {
            subtrees[i] = LeafOf(frontier[i]);
        }

        return subtrees.Length == frontier.GetArrayLength() && CompactRange.Of(lines, subtrees) is { } range ? range : throw new FormatException();
    }

    private static bool IsRoot(Leaf root, byte[] stated) => ((ReadOnlySpan<byte>)root).SequenceEqual(stated);

    private static Leaf LeafOf(JsonElement json)
    {
        var leaf = default(Leaf);
        var bytes = json.GetBytesFromBase64();
        if (bytes.Length != SHA256.HashSizeInBytes)
        {
            throw new FormatException();
        }

        bytes.CopyTo(leaf);
        return leaf;
    }
}
