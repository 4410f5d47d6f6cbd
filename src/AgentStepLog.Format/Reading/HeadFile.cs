using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Reading;

/// <summary>A head that was read. It is an unsigned note: it saves reading, and proves nothing.</summary>
internal sealed class HeadFile
{
    // A larger file is no head. The head of a run with a thousand tools and models has some megabytes.
    private const int MaxBytes = 32 * 1024 * 1024;

    // Parsing takes 12 bytes of memory for each token.
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

    /// <summary>The length of the last file's whole lines in bytes.</summary>
    internal long Bytes { get; }

    internal Leaf Leaf { get; }

    /// <summary>The time of the last line, in microseconds since the header.</summary>
    internal long Elapsed { get; }

    internal List<(int Number, long Length)> Files { get; } = [];

    internal bool Ended { get; }

    internal JsonElement Totals { get; }

    internal Dictionary<ulong, OpenCall> Intents { get; } = [];

    internal CompactRange Tree { get; }

    /// <returns>Null when there is no head, or none that can be read. Then the whole log is read instead.</returns>
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
            return null; // without a head, reading only takes longer
        }
    }

    /// <summary>The type of the entry with the head's name, if it is no regular file; null where it is one, or is not there.</summary>
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
            return null; // treated as a missing head
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
        var subtrees = new Leaf[Math.Min(64, frontier.GetArrayLength())]; // a longer list is refused below
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
