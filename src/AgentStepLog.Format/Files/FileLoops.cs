namespace AgentStepLog.Files;

/// <summary>Repeats system calls: one call may write only a part, or be interrupted.</summary>
internal static class FileLoops
{
    private const int Interrupted = 4; // EINTR, the same on all systems that have it

    // A system that keeps interrupting must not hang the log.
    private const int MaxInterruptions = 1_000;

    /// <summary>Writes all bytes, or throws.</summary>
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

    /// <summary>Syncs. An interrupted sync is repeated, since nothing has failed. A sync that failed is never repeated.</summary>
    internal static void SyncAll(this ILogFile file) => Again(file, static f => f.Sync());

    /// <summary>Cuts or lengthens the file. An interrupted call is repeated.</summary>
    internal static void CutTo(this ILogFile file, long length) => Again((file, length), static f => f.file.SetLength(f.length));

    /// <summary>The file's length in bytes. An interrupted call is repeated.</summary>
    internal static long CurrentLength(this ILogFile file) => Again(file, static f => f.Length);

    /// <summary>Reads once. An interrupted call is repeated.</summary>
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

    /// <summary>Runs the action, and repeats it when it was interrupted.</summary>
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

    // On Unix, .NET puts the system's error number there.
    private static bool IsInterruption(IOException e) => e.HResult == Interrupted;
}
