namespace AgentStepLog.Files;

/// <summary>An open file. Written by one thread at a time; may be read while it is written.</summary>
internal interface ILogFile : IDisposable
{
    long Length { get; }

    /// <summary>Writes once, and maybe a part only. <see cref="FileLoops"/> writes all.</summary>
    /// <returns>How many bytes were written. It may be fewer than the given ones.</returns>
    int Write(ReadOnlySpan<byte> bytes, long offset);

    /// <returns>How many bytes were read; zero at the end.</returns>
    int Read(Span<byte> bytes, long offset);

    void SetLength(long length);

    /// <summary>Makes the written bytes survive a loss of power.</summary>
    void Sync();
}
