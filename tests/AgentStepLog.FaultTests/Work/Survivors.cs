using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentStepLog.FaultTests.Work;

/// <summary>
/// What is left of a run's files, read by nothing but the framework and the words of the format, so that the library's errors are not its own
/// judges.
/// </summary>
internal sealed partial class Survivors
{
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly List<byte[]> _leaves = [];

    private readonly bool _blobsMayBeGone;

    private Survivors(bool blobsMayBeGone) => _blobsMayBeGone = blobsMayBeGone;

    /// <summary>Records as <c>type:label</c>.</summary>
    public List<string> Records { get; } = [];

    public List<string> Types { get; } = [];

    /// <summary>Lines that gaps tell of.</summary>
    public long Lost { get; private set; }

    /// <summary>What contradicts the format; null if nothing does.</summary>
    public string? Flaw { get; private set; }

    /// <summary>Whether the last line is a fragment.</summary>
    public bool IsTorn { get; private set; }

    public bool HasEnd => Types is [.., "run_end"];

    /// <param name="files">The files.</param>
    /// <param name="directory">Where the run's are.</param>
    /// <param name="runId">The run.</param>
    /// <param name="blobsMayBeGone">Whether somebody may have taken blobs away.</param>
    public static Survivors Read(IReadOnlyDictionary<string, byte[]> files, string directory, string runId, bool blobsMayBeGone = false)
    {
        var found = new Survivors(blobsMayBeGone);
        var segments = new List<(int Number, List<Line> Lines, string? After)>();
        foreach (var (path, packed) in files)
        {
            if (path.StartsWith($"{directory}/{runId}.blobs/", StringComparison.Ordinal))
            {
                found._blobs.Add(path[(path.LastIndexOf('/') + 1)..], packed);
            }
            else if (path.StartsWith($"{directory}/manifests/", StringComparison.Ordinal))
            {
                found._blobs.TryAdd(Path.GetFileNameWithoutExtension(path), packed);
            }
            else if (Segment().Match(path[(directory.Length + 1)..]) is { Success: true } match)
            {
                var content = match.Groups[2].Success ? Unpacked(packed) : packed;
                var number = match.Groups[1].Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1;
                var (lines, after) = Split(content);
                segments.Add((number, lines, number > 1 && content.Length == 0 ? null : after)); // a next file that is empty says nothing
            }
        }

        segments.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        if (segments is [{ Number: not 1 }, ..])
        {
            found.Flaw = "the first file is gone";
        }

        for (var i = 0; i < segments.Count && found.Flaw is null; i++)
        {
            // What stands at or after the first step of a later file was written again there.
            var next = segments.Skip(i + 1).Where(static s => s.Lines.Count > 0).Select(static s => s.Lines[0].Step).DefaultIfEmpty(long.MaxValue).Min();
            found.Add(segments[i].Number, segments[i].Lines, next, segments[i].After);
        }

        return found;
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        unpacking.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private void Add(int segment, List<Line> lines, long next, string? rest)
    {
        foreach (var line in lines)
        {
            if (line.Step >= next)
            {
                return;
            }

            Flaw ??= IsTorn ? "a line stands behind a torn one" : Add(line, segment, line == lines[0]);
        }

        if (rest is not null && next == long.MaxValue)
        {
            IsTorn = true;
            Flaw ??= rest == "" ? null : rest;
        }
        else if (next != long.MaxValue && _leaves.Count < next)
        {
            Flaw ??= $"file {segment} ends before step {next}, with which the next one begins";
        }
    }

    private string? Add(Line line, int segment, bool isFirst)
    {
        if (line.Step != _leaves.Count)
        {
            return $"step {line.Step} stands where {_leaves.Count} belongs";
        }

        if (_leaves.Count > 0 && !line.Prev.AsSpan().SequenceEqual(_leaves[^1]))
        {
            return $"step {line.Step} does not continue the one before";
        }

        if (isFirst != (line.Type == "run_start") || line.Segment != (isFirst && segment > 1 ? segment : null))
        {
            return $"step {line.Step} is no header where one belongs, or one where none does";
        }

        if (HasEnd)
        {
            return "a line stands behind run_end";
        }

        _leaves.Add(Leaf(line.Bytes));
        Types.Add(line.Type);
        Lost += line.Lost;
        if (line.Label is { } label)
        {
            Records.Add($"{line.Type}:{label}");
        }

        return line.Bytes.AsSpan().IndexOf("sha256:"u8) < 0 ? null
            : Blob().Matches(line.Text).Select(Missing).FirstOrDefault(static flaw => flaw is not null);
    }

    private static byte[] Leaf(byte[] line)
    {
        var bytes = new byte[line.Length + 1];
        line.CopyTo(bytes, 1);
        return SHA256.HashData(bytes);
    }

    // A thread's blob names the one before.
    private string? Missing(Match reference)
    {
        var name = reference.Groups[1].Value;
        if (!_blobs.TryGetValue(name, out var content))
        {
            return _blobsMayBeGone ? null : $"blob {name} is gone";
        }

        if (Convert.ToHexStringLower(SHA256.HashData(content)) != name)
        {
            return $"blob {name} is another";
        }

        return content.AsSpan().StartsWith("{\"prev\":\"sha256:"u8) && Blob().Match(System.Text.Encoding.UTF8.GetString(content)) is { Success: true } next ? Missing(next) : null;
    }

    /// <returns>The lines that are whole, and what is wrong with what follows: nothing (null), a fragment (empty), or worse.</returns>
    private static (List<Line> Lines, string? After) Split(byte[] content)
    {
        var lines = new List<Line>();
        var rest = content.AsSpan();
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var bytes = rest[..end];
            rest = rest[(end + 1)..];
            if (!IsWhole(bytes))
            {
                // No line holds a zero byte: there is a part of the disk that was never written, and what stands behind it was written with it.
                return (lines, rest.IndexOf((byte)'\n') < 0 || bytes.Contains((byte)0) ? "" : $"a garbled line {lines.Count} has lines behind it");
            }

            lines.Add(Line.Parse(bytes.ToArray()));
        }

        return (lines, rest.IsEmpty && lines.Count > 0 ? null : "");
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        if (line.Length < 19 || !line[^18..^10].SequenceEqual(",\"crc\":\""u8))
        {
            return false;
        }

        var crc = uint.MaxValue;
        var rest = line[..^18];
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        foreach (var b in rest)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        Span<byte> digits = stackalloc byte[8];
        (~crc).TryFormat(digits, out _, "x8", CultureInfo.InvariantCulture);
        return line[^10..^2].SequenceEqual(digits);
    }

    [GeneratedRegex(@"^[^.]+(?:\.(\d+))?\.jsonl(\.gz)?$")]
    private static partial Regex Segment();

    [GeneratedRegex("\"(?:\\$blob|\\$thread|manifest|prev)\":\"sha256:([0-9a-f]{64})\"")]
    private static partial Regex Blob();

    private sealed record Line(long Step, string Type, byte[] Prev, string? Label, long Lost, int? Segment, byte[] Bytes)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

        public static Line Parse(byte[] bytes)
        {
            using var document = JsonDocument.Parse(bytes);
            var line = document.RootElement;
            return new(
                line.GetProperty("step").GetInt64(),
                line.GetProperty("type").GetString()!,
                line.GetProperty("prev").GetBytesFromBase64(),
                LabelIn(line, "input") ?? LabelIn(line, "data") ?? LabelIn(line, "output"),
                line.TryGetProperty("lost", out var lost) ? lost.GetInt64() : 0,
                line.TryGetProperty("segment", out var segment) ? segment.GetInt32() : null,
                bytes);
        }

        private static string? LabelIn(JsonElement line, string field) =>
            line.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("label", out var label) ? label.GetRawText() : null;
    }
}
