using System.Collections.Concurrent;

namespace AgentStepLog.Files;

/// <summary>
/// The documents that a run shares with the other runs of its directory. Many processes store the same document at once: each either finds it whole, or writes it in
/// one step.
/// Used by several threads at once.
/// </summary>
internal sealed class SharedDocuments(RunFiles run)
{
    /// <summary>A document stays for this long after it was written or touched, even where no run names it, since a run may be about to name it.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    // Early enough that retention does not drop a document between the touch and the line that names it.
    private static readonly TimeSpan s_touchedAfter = KeptFor / 2;

    // How many bytes of documents are kept in memory, to store them again where they are deleted. It is enough for some hundred tool sets.
    private const int MaxKept = 1024 * 1024;

    // The content is null where it is not kept.
    private readonly ConcurrentDictionary<string, byte[]?> _known = new(StringComparer.Ordinal);
    private int _kept;
    private readonly string _folder = SharedDocument.FolderIn(run.Directory);

    /// <summary>Makes sure that a document is there, whole, before a line names it.</summary>
    /// <param name="hash">The 64 hex digits of its hash.</param>
    /// <param name="content">Its bytes.</param>
    internal void Store(string hash, ReadOnlySpan<byte> content)
    {
        if (_known.ContainsKey(hash))
        {
            return;
        }

        StoreUnlessKept(hash, content);
        _known.TryAdd(hash, Copied(content));
    }

    // A document that exceeds the limit is not kept. Smaller ones may still fit.
    private byte[]? Copied(ReadOnlySpan<byte> content)
    {
        if (Interlocked.Add(ref _kept, content.Length) <= MaxKept)
        {
            return content.ToArray();
        }

        Interlocked.Add(ref _kept, -content.Length);
        return null;
    }

    /// <summary>Stores again the documents that were deleted or cut short meanwhile.</summary>
    /// <returns>The documents that cannot be stored again. Each is reported once.</returns>
    internal IEnumerable<(Exception Cause, int Values)> StoreAgain()
    {
        foreach (var (hash, content) in _known)
        {
            if (Flaw(hash, content) is { } flaw && _known.TryRemove(hash, out _))
            {
                yield return (flaw, 1); // if the run names it again, it is stored again
            }
        }
    }

    private Exception? Flaw(string hash, byte[]? content)
    {
        if (IsSeen(hash, content))
        {
            return null;
        }

        try
        {
            StoreUnlessKept(hash, content ?? throw new IOException(
                $"{SharedDocument.PathIn(run.Directory, hash)} was deleted or moved while the log was written, and is too large to be kept in memory until then."));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }

    // A document that cannot be looked at may be there unchanged.
    private bool IsSeen(string hash, byte[]? content)
    {
        try
        {
            return run.Files.Look(SharedDocument.PathIn(run.Directory, hash)) is { IsFile: true } facts && (content is null || facts.Length == content.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void StoreUnlessKept(string hash, ReadOnlySpan<byte> content)
    {
        run.RefuseLink(_folder);
        if (!IsKept(hash, content))
        {
            run.MakeFolder(_folder);
            Write(hash, content);
        }
    }

    /// <summary>Opens a document; null if there is none.</summary>
    internal Stream? Open(string hash)
    {
        try
        {
            var path = SharedDocument.PathIn(run.Directory, hash);
            return run.Files.Look(path) is { IsFile: true, Length: > 0 } ? new LogFileStream(run.Files.Open(path)) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Write(string hash, ReadOnlySpan<byte> content)
    {
        try
        {
            WholeFile.Write(run, _folder, hash + SharedDocument.Extension, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && IsKept(hash, content))
        {
            // Another process was faster. Windows does not let a file be replaced while it is open.
        }
    }

    // Compares the content, since the name alone proves nothing: the entry may be half a file, a link, or any other file.
    private bool IsKept(string hash, ReadOnlySpan<byte> content)
    {
        var path = SharedDocument.PathIn(run.Directory, hash);
        try
        {
            if (run.Files.Look(path) is not { IsFile: true } facts || facts.Length != content.Length)
            {
                return false;
            }

            using (var file = run.Files.Open(path))
            {
                if (!Holds(file, content))
                {
                    return false;
                }

                run.Keep(file, _folder);
            }

            // Retention takes the name away before it checks the time again, and this touches the file by its name as its last step: so one of the two sees the other.
            if (DateTimeOffset.UtcNow - facts.Written > s_touchedAfter)
            {
                run.Files.Touch(path);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it is written again, and an error in that is reported
        }
    }

    private static bool Holds(ILogFile file, ReadOnlySpan<byte> content)
    {
        var buffer = new byte[Math.Min(content.Length, 64 * 1024)];
        for (var offset = 0; offset < content.Length;)
        {
            var read = file.ReadOnce(buffer.AsSpan(0, Math.Min(buffer.Length, content.Length - offset)), offset);
            if (read == 0 || !content.Slice(offset, read).SequenceEqual(buffer.AsSpan(0, read)))
            {
                return false;
            }

            offset += read;
        }

        return true;
    }
}
