namespace AgentStepLog.Writing;

/// <summary>
/// Where a log's bytes go. One method per thing that can fail by itself. Lines are written by one thread at a time, blobs by
/// several.
/// </summary>
internal interface ILogStorage : IDisposable
{
    /// <summary>The log file; null in memory.</summary>
    string? Path { get; }

    /// <summary>Writes a line, all of it or with an exception.</summary>
    void Append(ReadOnlySpan<byte> line, long offset);

    /// <summary>Cuts what a failed write left behind.</summary>
    void CutBack(long length);

    /// <summary>Writes a blob where no reader looks for it.</summary>
    /// <returns>For <see cref="PublishBlob"/>.</returns>
    string WriteBlob(string hash, ReadOnlySpan<byte> content);

    /// <summary>Gives a written blob its name.</summary>
    void PublishBlob(string written, string hash);

    /// <summary>Opens the log's bytes; works after <see cref="IDisposable.Dispose"/> too.</summary>
    Stream OpenLog();

    /// <summary>Opens a blob; null if there is none.</summary>
    Stream? OpenBlob(string hash);

    /// <summary>Takes the log away again: its header could not be written.</summary>
    void Discard();
}
