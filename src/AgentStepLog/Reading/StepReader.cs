namespace AgentStepLog;

/// <summary>Turns lines into steps: for files, for logs in memory, and for the live log's window. Not thread-safe.</summary>
internal sealed class StepReader(StepTypes? types, BlobSource? blobs)
{
    /// <exception cref="FormatException">The line is no step at all.</exception>
    public Step Read(ReadOnlyMemory<byte> line) => throw new NotImplementedException($"{types}{blobs}{line.Length}");
}
