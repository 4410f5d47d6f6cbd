namespace AgentStepLog.Writing;

/// <summary>Lines that no thread waits for, in a bounded amount of memory. Guarded by the log's lock.</summary>
internal sealed class QueuedLines(long limit)
{
    // The bytes that a line takes beside its fields.
    private const int Overhead = 256;
    private const int Spare = 4;

    private readonly Queue<BatchLine> _lines = new();
    private readonly Stack<QueueChunk> _spare = new();
    private QueueChunk? _last;

    /// <summary>The bytes of all lines that are not written yet.</summary>
    internal long Bytes { get; private set; }

    /// <summary>How many lines have ever been added.</summary>
    internal long Added { get; private set; }

    /// <summary>How many of the added lines, from the first on, are written or lost.</summary>
    internal long Done { get; private set; }

    internal bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether another line may be added. An empty queue accepts any line, so that a line larger than the limit waits alone.</summary>
    internal bool HasRoomFor(Line line) => Bytes == 0 || Bytes + line.Fields.Length + Overhead <= limit;

    internal void Add(Line line)
    {
        var chunk = _last;
        ReadOnlyMemory<byte> copy = default;
        if (chunk?.TryAdd(line.Fields.Span, out copy) is not true)
        {
            chunk = _last = NewChunk(line.Fields.Length);
            chunk.TryAdd(line.Fields.Span, out copy);
        }

        Added++;
        Bytes += copy.Length + Overhead;
        _lines.Enqueue(new() { Type = line.Type, Fields = copy, Facts = line.Facts, Timestamp = line.Timestamp, Elapsed = line.Elapsed, Chunk = chunk });
    }

    internal void TakeInto(Batch batch, long maxBytes)
    {
        while (_lines.Count > 0 && (batch.Lines.IsEmpty || batch.Bytes < maxBytes))
        {
            batch.Add(_lines.Dequeue());
        }
    }

    /// <summary>Releases the memory of lines that are written or lost.</summary>
    internal void Free(ReadOnlySpan<BatchLine> lines)
    {
        foreach (ref readonly var line in lines)
        {
            if (line.Chunk is not { } chunk)
            {
                continue;
            }

            Done++;
            Bytes -= line.Fields.Length + Overhead;
            if (chunk.Remove())
            {
                chunk.Empty();
                if (chunk != _last && chunk.CanBeUsedAgain && _spare.Count < Spare)
                {
                    _spare.Push(chunk);
                }
            }
        }
    }

    private QueueChunk NewChunk(int length) =>
        length <= QueueChunk.Size && _spare.TryPop(out var spare) ? spare : new(Math.Max(QueueChunk.Size, length));
}
