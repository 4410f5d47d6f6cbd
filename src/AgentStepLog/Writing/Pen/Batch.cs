namespace AgentStepLog.Writing;

/// <summary>The lines that are written together. The writing threads reuse one batch.</summary>
internal sealed class Batch
{
    /// <summary>The most bytes that are written at once, so that the buffer stays small.</summary>
    internal const int MaxBytes = 1024 * 1024;

    private BatchLine[] _lines = new BatchLine[16];
    private int _count;

    internal Span<BatchLine> Lines => _lines.AsSpan(0, _count);

    /// <summary>The bytes that the lines will take in the file, or slightly more.</summary>
    internal long Bytes { get; private set; }

    internal void Add(in BatchLine line) => Next(line.Fields.Length) = line;

    // Sets field by field in place, because copying a line's struct is expensive.
    internal void Add(Line line)
    {
        ref var next = ref Next(line.Fields.Length);
        next.Type = line.Type;
        next.Fields = line.Fields;
        next.Facts = line.Facts;
        next.Timestamp = line.Timestamp;
        next.Elapsed = line.Elapsed;
        next.Source = line;
        next.NeedsRoom = line.NeedsRoom;
    }

    internal void Clear()
    {
        Lines.Clear();
        _count = 0;
        Bytes = 0;
    }

    private ref BatchLine Next(int fields)
    {
        if (_count == _lines.Length)
        {
            Array.Resize(ref _lines, 2 * _count);
        }

        Bytes += LineLimits.Length(fields);
        return ref _lines[_count++];
    }
}
