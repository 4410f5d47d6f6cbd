namespace AgentStepLog.Writing;

/// <summary>One file of a run while it is written. Written by one thread at a time.</summary>
internal sealed class SegmentFile
{
    private readonly RunFiles _run;
    private readonly ILogFile _file;
    private bool _torn;

    internal SegmentFile(RunFiles run, int number, ILogFile file)
    {
        _run = run;
        _file = file;
        Number = number;
    }

    /// <summary>From 1.</summary>
    internal int Number { get; }

    internal string Path => _run.SegmentPath(Number);

    /// <summary>Bytes of whole lines.</summary>
    internal long Length { get; private set; }

    /// <summary>Writes whole lines, all of them or none.</summary>
    /// <exception cref="Exception">None is written.</exception>
    internal void Append(ReadOnlySpan<byte> lines)
    {
        if (_torn)
        {
            _file.CutTo(Length);
            _torn = false;
        }

        try
        {
            _file.WriteAll(lines, Length);
        }
        catch (Exception e)
        {
            _torn = true;
            CutBack(e);
            throw;
        }

        Length += lines.Length;
    }

    internal void Sync() => _file.SyncAll();

    /// <summary>A sync failed, and nobody knows what of the file is on the disk: what no sync covered is cut off, as well as it can be.</summary>
    /// <param name="synced">What a sync covered.</param>
    internal void GiveUp(long synced)
    {
        Length = synced;
        try
        {
            _file.CutTo(synced);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is written again in the next file, whose first step tells readers to pass over what is left of it here.
        }
    }

    /// <summary>Closes the file; one that somebody deleted meanwhile is written anew.</summary>
    internal void Close()
    {
        try
        {
            if (!_run.Files.Exists(Path))
            {
                Restore();
            }
        }
        finally
        {
            _file.Dispose();
        }
    }

    internal void Discard()
    {
        _file.Dispose();
        _run.Files.Delete(Path);
    }

    // At once, since the process may not live until the next line; and again before that one, should it fail now.
    private void CutBack(Exception cause)
    {
        try
        {
            _file.CutTo(Length);
            _torn = false;
        }
        catch (Exception e)
        {
            throw new AggregateException(cause, e);
        }
    }

    // Somebody deleted the file, or its folder, while the run went on; the system keeps the content until we let go of it.
    private void Restore()
    {
        _run.MakeDirectory();
        using var file = _run.Files.CreateNew(Path);
        var buffer = new byte[64 * 1024];
        long offset = 0;
        for (int read; (read = _file.ReadOnce(buffer, offset)) > 0; offset += read)
        {
            file.WriteAll(buffer.AsSpan(0, read), offset);
        }

        _run.Keep(file);
    }
}
