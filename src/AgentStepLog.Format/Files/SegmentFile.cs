namespace AgentStepLog.Files;

/// <summary>One file of a run while it is written. Written by one thread at a time.</summary>
internal sealed partial class SegmentFile
{
    private readonly RunFiles _run;
    private ILogFile _file;
    private bool _torn;

    internal SegmentFile(RunFiles run, int number, ILogFile file, long length = 0)
    {
        Length = _seen = length;
        _run = run;
        _file = file;
        Number = number;
    }

    /// <summary>From 1.</summary>
    internal int Number { get; }

    internal string Path => _run.SegmentPath(Number);

    /// <summary>Bytes of whole lines.</summary>
    internal long Length { get; private set; }

    /// <summary>Cuts off what a failed write left, if that could not be done at once.</summary>
    /// <returns>Why it cannot be done now either, so that nothing must be written here; null where the file ends with a whole line.</returns>
    internal Exception? Mend()
    {
        try
        {
            if (_torn)
            {
                _file.CutTo(Length);
                _torn = false;
            }

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>Writes whole lines, all of them or none, behind a whole line.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="room">How many bytes more must find room behind them. They are written, and cut off again: what only makes a file longer takes no room.</param>
    /// <exception cref="Exception">None is written.</exception>
    internal void Append(ReadOnlySpan<byte> lines, long room = 0)
    {
        try
        {
            if (room > 0)
            {
                Try(Length + lines.Length + room);
            }

            _file.WriteAll(lines, Length);
        }
        catch (Exception e)
        {
            _torn = true;
            CutBack(e);
            throw;
        }

        Length += lines.Length;
        _seen = _seen == 0 ? Length : _seen;
    }

    internal void Sync() => _file.SyncAll();

    /// <summary>Nothing is written here any more: what does not count is cut off, as well as it can be.</summary>
    /// <param name="length">What counts: after a failed sync, what the one before covered.</param>
    internal void GiveUp(long length)
    {
        Length = length;
        _isTold = true;
        try
        {
            _file.CutTo(length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next file's first step tells readers to pass over what is left of it here; at the end of a run they find a torn line.
        }
    }

    /// <summary>Closes the file; one that somebody deleted, moved or replaced meanwhile is written anew.</summary>
    /// <param name="lines">How many lines it has.</param>
    /// <returns>What somebody did to it; null if nothing.</returns>
    internal SegmentDamage? Close(long lines)
    {
        try
        {
            if (_torn)
            {
                GiveUp(Length);
            }

            var damage = Look(lines);
            return LookForName() is { } found ? damage ?? new(found, 0) : damage;
        }
        finally
        {
            _file.Dispose();
        }
    }

    /// <summary>Takes the file away again, or at least what is in it: a header that stays would have readers pass over what the file before it goes on to say.</summary>
    /// <exception cref="Exception">Nobody knows whether its header will be read.</exception>
    internal void Discard()
    {
        var isEmpty = false;
        try
        {
            _file.CutTo(0);
            isEmpty = !_run.IsDurable; // a loss of power may bring back what was in it, and a sync may have failed
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then its name must go.
        }

        _file.Dispose();
        try
        {
            _run.Files.Delete(Path);
            _run.SyncNames();
        }
        catch (Exception e) when (isEmpty && e is (IOException or UnauthorizedAccessException))
        {
            // An empty file says nothing.
        }
    }

    /// <summary>Lets go of the file as it is.</summary>
    internal void Abandon() => _file.Dispose();

    // Before the lines, so that what is refused for want of room never stands in the file. Zeros, since a reader takes them for what a crash left.
    private void Try(long end)
    {
        var zeros = new byte[Math.Min(64 * 1024, end - Length)];
        for (var offset = Length; offset < end; offset += zeros.Length)
        {
            _file.WriteAll(zeros.AsSpan(0, (int)Math.Min(zeros.Length, end - offset)), offset);
        }

        _file.CutTo(Length);
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
}
