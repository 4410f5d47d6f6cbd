namespace AgentStepLog.Files;

/// <summary>What one call to the system does not promise: to write all, and not to be interrupted.</summary>
internal static class FileLoops
{
    private const int Interrupted = 4; // EINTR, the same on all systems that have it

    // A system that interrupts for ever must not hang the log.
    private const int MaxInterruptions = 1_000;

    /// <summary>Writes all, or throws.</summary>
    internal static void WriteAll(this ILogFile file, ReadOnlySpan<byte> bytes, long offset)
    {
        var interruptions = 0;
        while (!bytes.IsEmpty)
        {
            int written;
            try
            {
                written = file.Write(bytes, offset);
            }
            catch (IOException e) when (IsInterruption(e) && interruptions++ < MaxInterruptions)
            {
                continue;
            }

            if (written <= 0)
            {
                throw new IOException("The system took no byte of what was to be written, and named no error.");
            }

            bytes = bytes[written..];
            offset += written;
        }
    }

    /// <summary>Syncs. Interrupted, it is asked again: nothing has failed then. After any other error it never is.</summary>
    internal static void SyncAll(this ILogFile file) => Again(file, static f => f.Sync());

    /// <summary>Cuts or lengthens; asked again when interrupted.</summary>
    internal static void CutTo(this ILogFile file, long length) => Again((file, length), static f => f.file.SetLength(f.length));

    /// <summary>How many bytes it has; asked again when interrupted.</summary>
    internal static long CurrentLength(this ILogFile file) => Again(file, static f => f.Length);

    /// <summary>Reads once; asked again when interrupted.</summary>
    internal static int ReadOnce(this ILogFile file, Span<byte> bytes, long offset)
    {
        for (var interruptions = 0; ; interruptions++)
        {
            try
            {
                return file.Read(bytes, offset);
            }
            catch (IOException e) when (IsInterruption(e) && interruptions < MaxInterruptions)
            {
            }
        }
    }

    /// <summary>Does it, and again when interrupted.</summary>
    internal static void Again<T>(T of, Action<T> action) => Again((of, action), static a =>
    {
        a.action(a.of);
        return 0;
    });

    /// <inheritdoc cref="Again{T}(T, Action{T})"/>
    internal static TResult Again<T, TResult>(T of, Func<T, TResult> function)
    {
        for (var interruptions = 0; ; interruptions++)
        {
            try
            {
                return function(of);
            }
            catch (IOException e) when (IsInterruption(e) && interruptions < MaxInterruptions)
            {
            }
        }
    }

    // .NET keeps the error number of the system there, where there is one.
    private static bool IsInterruption(IOException e) => e.HResult == Interrupted;
}
