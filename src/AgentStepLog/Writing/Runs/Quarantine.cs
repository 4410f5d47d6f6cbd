using System.Security.Cryptography;
using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>The rest of a line that a crash left incomplete. It is removed from the log and kept beside it.</summary>
/// <param name="Offset">The offset in the log where it began.</param>
/// <param name="Length">The number of its bytes.</param>
/// <param name="Sha256">Their SHA-256: 64 lowercase hex digits.</param>
internal sealed record Quarantine(long Offset, long Length, string Sha256)
{
    /// <summary>Copies all bytes after an offset to a file of their own, and cuts the log there.</summary>
    internal static Quarantine Take(RunFiles run, string path, long offset)
    {
        var kept = RunFileName.Torn(path, offset);
        run.Files.Delete(kept); // a copy of an earlier attempt that failed before the cut
        using var log = run.Files.OpenForAppend(path);
        using (var copy = run.Files.CreateNew(kept))
        {
            Copy(log, offset, copy);
            run.Keep(copy);
        }

        log.CutTo(offset);
        run.Sync(log);
        return Read(run, kept, offset);
    }

    /// <summary>Finds a rest that was removed before, and that the log does not report yet; null if there is none.</summary>
    internal static Quarantine? Untold(RunFiles run, string log, long offset) =>
        run.Files.Exists(RunFileName.Torn(log, offset)) ? Read(run, RunFileName.Torn(log, offset), offset) : null;

    private static void Copy(ILogFile log, long offset, ILogFile copy)
    {
        var buffer = new byte[64 * 1024];
        long done = 0;
        for (int read; (read = log.ReadOnce(buffer, offset + done)) > 0; done += read)
        {
            copy.WriteAll(buffer.AsSpan(0, read), done);
        }
    }

    private static Quarantine Read(RunFiles run, string path, long offset)
    {
        using var stream = new LogFileStream(run.Files.Open(path));
        var hash = SHA256.HashData(stream);
        return new(offset, stream.Position, Convert.ToHexString(hash).ToLowerInvariant());
    }
}
