using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>A line on its way to the file.</summary>
internal struct BatchLine
{
    internal StepKind Type;

    /// <summary>Its fields, from after <c>mono_ms</c> to before <c>prev</c>.</summary>
    internal ReadOnlyMemory<byte> Fields;

    internal StepFacts Facts;

    /// <summary>Microseconds since 1970.</summary>
    internal long Timestamp;

    /// <summary>Microseconds since the header.</summary>
    internal long Elapsed;

    /// <summary>The line as its thread holds it, which waits until it is written; null where no thread waits.</summary>
    internal Line? Source;

    /// <summary>Whether it is written only where what was lost last would find room behind it.</summary>
    internal bool NeedsRoom;

    /// <summary>The chunk of the queue that holds its fields; null where they stand elsewhere.</summary>
    internal QueueChunk? Chunk;

    /// <summary>Why it is not in the log.</summary>
    internal Exception? Lost;

    /// <summary>Where it stands in what is written, without its LF.</summary>
    internal int Start;
    internal int Length;

    /// <summary>Its place among the leaves of what is written.</summary>
    internal int Leaf;
}
