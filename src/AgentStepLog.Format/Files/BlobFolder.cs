using System.Collections.Concurrent;

namespace AgentStepLog.Files;

/// <summary>The folder of a run's blobs. Used by several threads at once.</summary>
internal sealed class BlobFolder(RunFiles run, string folder)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private bool _made;

    internal int Count => _known.Count;

    /// <summary>Stores a blob. The file gets its name only when it is whole, so that no reader finds a part of it.</summary>
    /// <param name="name">The 64 hex digits of its hash.</param>
    /// <param name="content">Its bytes.</param>
    internal void Store(string name, ReadOnlySpan<byte> content)
    {
        if (_known.ContainsKey(name))
        {
            return;
        }

        _made |= !run.Files.Exists(folder);
        run.MakeFolder(folder);
        WholeFile.Write(run, folder, name, content);
        _known.TryAdd(name, true);
    }

    /// <summary>Opens a blob; null if there is none.</summary>
    internal Stream? Open(string name)
    {
        try
        {
            return new LogFileStream(run.Files.Open(Path.Combine(folder, name)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Looks whether the folder was deleted with the blobs that the lines name. A log does not keep their contents in memory, so it cannot store them again.
    /// </summary>
    /// <returns>The cause, and how many blobs are gone. Each blob is reported once.</returns>
    internal IEnumerable<(Exception Cause, int Values)> LookForGone()
    {
        if (_known.IsEmpty || run.Files.Exists(folder))
        {
            return [];
        }

        var gone = _known.Keys.Count(name => !run.Files.Exists(Path.Combine(folder, name)) && _known.TryRemove(name, out _));
        return gone == 0 ? [] : [(new IOException($"The folder {folder} was deleted or moved while the log was written, and the values in it with it."), gone)];
    }

    internal void Discard()
    {
        if (_made && run.Files.Exists(folder))
        {
            run.Files.DeleteDirectory(folder);
        }
    }
}
