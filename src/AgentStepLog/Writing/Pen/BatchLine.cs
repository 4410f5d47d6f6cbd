using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>A line on its way to the file.</summary>
internal struct BatchLine
{
    internal StepKind Type;

    /// <summary>The fields between <c>mono_ms</c> and <c>prev</c>.</summary>
    internal ReadOnlyMemory<byte> Fields;

    internal StepFacts Facts;

    /// <summary>Microseconds since 1970.</summary>
    internal long Timestamp;

    /// <summary>Microseconds since the header.</summary>
    internal long Elapsed;

    /// <summary>The line object of the thread that waits until it is written; null where no thread waits.</summary>
    internal Line? Source;

    /// <summary>Whether it is only written if the file also has room for the longest line that was lost.</summary>
    internal bool NeedsRoom;

    /// <summary>The queue's chunk that holds the fields; null if they are elsewhere.</summary>
    internal QueueChunk? Chunk;

    /// <summary>The reason why the line is not in the log; null if it is.</summary>
    internal Exception? Lost;

    /// <summary>The offset of the line in the written bytes. The line has no LF there.</summary>
    internal int Start;
    internal int Length;

    /// <summary>The index of its leaf among the leaves of the written bytes.</summary>
    internal int Leaf;
}
