using System.Collections.Concurrent;

namespace AgentStepLog.Files;

/// <summary>
/// The documents that a run names and shares with the other runs of its directory. Many processes store the same one at once; each finds it whole, or writes it anew in one step.
/// Used by several threads at once.
/// </summary>
internal sealed class SharedDocuments(RunFiles run)
{
    /// <summary>So long after it was written, or touched, a document stays, even where no run names it: one may be about to.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    // Early enough that none is dropped between the touch and the line that names it.
    private static readonly TimeSpan s_touchedAfter = KeptFor / 2;

    // So many bytes are kept of what the run names, to store it again where somebody deletes it: some hundred sets of tools.
    private const int MaxKept = 1024 * 1024;

    // Null for the content of one that is not kept.
    private readonly ConcurrentDictionary<string, byte[]?> _known = new(StringComparer.Ordinal);
    private int _kept;
    private readonly string _folder = SharedDocument.FolderIn(run.Directory);

    /// <summary>Sees to it that a document is there, whole, before a line names it.</summary>
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

    // One that has no room leaves it to smaller ones.
    private byte[]? Copied(ReadOnlySpan<byte> content)
    {
        if (Interlocked.Add(ref _kept, content.Length) <= MaxKept)
        {
            return content.ToArray();
        }

        Interlocked.Add(ref _kept, -content.Length);
        return null;
    }

    /// <summary>Stores those again that somebody has deleted or cut short meanwhile.</summary>
    /// <returns>What is gone for good, told once.</returns>
    internal IEnumerable<(Exception Cause, int Values)> StoreAgain()
    {
        foreach (var (hash, content) in _known)
        {
            if (Flaw(hash, content) is { } flaw && _known.TryRemove(hash, out _))
            {
                yield return (flaw, 1); // should the run name it again, it is stored again
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

    // One that cannot be looked at may be there as it was.
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
            // Another process was quicker, and the system does not let a file be replaced that it, or a reader, has open.
        }
    }

    // Not for its name's sake: what bears it may be the half of a file, a link, or anything that somebody put there.
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

            // By its name, and last: retention takes the name away before it looks at the time again, so that one of the two sees the other.
            if (DateTimeOffset.UtcNow - facts.Written > s_touchedAfter)
            {
                run.Files.Touch(path);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it is written anew, and what prevents that is told
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
