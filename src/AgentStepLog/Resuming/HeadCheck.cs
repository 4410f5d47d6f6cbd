using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>Checks whether a head fits its log: the last line is where the head says, and has the hash that the head says.</summary>
internal static class HeadCheck
{
    internal static bool Holds(RunFiles run, List<LogSegment> segments, HeadFile head)
    {
        var index = segments.FindIndex(s => s.Number == head.Segment);
        if (index < 0 || segments[index].IsPacked || LogSegment.Beyond(segments, index) < head.Lines)
        {
            return false;
        }

        using var file = run.Files.Open(segments[index].Path);
        if (file.CurrentLength() < head.Bytes)
        {
            return false;
        }

        var bytes = new byte[Math.Min(head.Bytes, LineLimits.MaxLine + 2)];
        using var stream = new LogFileStream(file) { Position = head.Bytes - bytes.Length };
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length || bytes[^1] != (byte)'\n')
        {
            return false;
        }

        var line = bytes.AsMemory(0, bytes.Length - 1);
        line = line[(line.Span.LastIndexOf((byte)'\n') + 1)..];
        var form = new LineCheck();
        return form.Flaw(line, head.Lines - 1) is null && form.RunId == run.RunId && form.Elapsed == head.Elapsed && IsLeaf(line.Span, head.Leaf);
    }

    private static bool IsLeaf(ReadOnlySpan<byte> line, in Leaf leaf)
    {
        Span<byte> hash = stackalloc byte[32];
        new SerialHasher().Hash(line, [new(0, line.Length)], hash);
        return hash.SequenceEqual(leaf);
    }
}
