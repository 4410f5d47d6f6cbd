using System.Runtime.InteropServices;

namespace AgentStepLog.Writing;

/// <summary>The lines that are written together. Used again and again by whoever writes.</summary>
internal sealed class Batch
{
    /// <summary>More than this is not written at once, so that the buffer stays small.</summary>
    internal const int MaxBytes = 1024 * 1024;

    private readonly List<BatchLine> _lines = [];

    internal Span<BatchLine> Lines => CollectionsMarshal.AsSpan(_lines);

    /// <summary>What the lines will take in the file, or a little more.</summary>
    internal long Bytes { get; private set; }

    internal void Add(in BatchLine line)
    {
        _lines.Add(line);
        Bytes += line.Fields.Length + LineFormat.Head + LineFormat.Tail + 1;
    }

    internal void Add(Line line)
    {
        Add(new BatchLine
        {
            Type = line.Type,
            Fields = line.Fields,
            Facts = line.Facts,
            Timestamp = line.Timestamp,
            Elapsed = line.Elapsed,
            Waiter = line,
        });
    }

    internal void Clear()
    {
        _lines.Clear();
        Bytes = 0;
    }
}
