namespace AgentStepLog.Writing;

/// <summary>The lines that are written together. Used again and again by whoever writes.</summary>
internal sealed class Batch
{
    /// <summary>More than this is not written at once, so that the buffer stays small.</summary>
    internal const int MaxBytes = 1024 * 1024;

    private BatchLine[] _lines = new BatchLine[16];
    private int _count;

    internal Span<BatchLine> Lines => _lines.AsSpan(0, _count);

    /// <summary>What the lines will take in the file, or a little more.</summary>
    internal long Bytes { get; private set; }

    internal void Add(in BatchLine line) => Next(line.Fields.Length) = line;

    // Field by field where it is to stand: a line is large to copy.
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
