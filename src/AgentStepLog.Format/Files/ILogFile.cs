namespace AgentStepLog.Files;

/// <summary>An open file. Written by one thread at a time; may be read while it is written.</summary>
internal interface ILogFile : IDisposable
{
    long Length { get; }

    /// <summary>Writes once; <see cref="FileLoops"/> write all.</summary>
    /// <returns>How many bytes were written, which may be fewer than there are.</returns>
    int Write(ReadOnlySpan<byte> bytes, long offset);

    /// <returns>How many bytes were read; zero at the end.</returns>
    int Read(Span<byte> bytes, long offset);

    void SetLength(long length);

    /// <summary>Makes what was written survive a loss of power.</summary>
    void Sync();
}
