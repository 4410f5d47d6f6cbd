using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>The files of one run: their names, and the work on them before and after they are written.</summary>
internal sealed class RunFiles
{
    private IDisposable? _lock;

    /// <param name="files">The file system.</param>
    /// <param name="directory">Their directory; empty in memory.</param>
    /// <param name="runId">The run.</param>
    /// <param name="durable">Whether names must survive a loss of power.</param>
    internal RunFiles(ILogFiles files, string directory, string runId, bool durable)
    {
        Files = new RetriedFiles(files);
        Directory = directory;
        RunId = runId;
        IsDurable = durable;
        Blobs = new(this, System.IO.Path.Combine(directory, runId + RunFileName.Blobs));
        Shared = new(this);
    }

    internal ILogFiles Files { get; }

    internal string Directory { get; }

    internal string RunId { get; }

    internal BlobFolder Blobs { get; }

    /// <summary>The documents that the run shares with the other runs of its directory.</summary>
    internal SharedDocuments Shared { get; }

    /// <summary>Whether names must survive a loss of power.</summary>
    internal bool IsDurable { get; }

    /// <summary>The run's first file; null in memory.</summary>
    internal string? Path => Directory.Length == 0 ? null : SegmentPath(1);

    internal string SegmentPath(int segment) => System.IO.Path.Combine(
        Directory, segment == 1 ? RunId + ".jsonl" : string.Create(CultureInfo.InvariantCulture, $"{RunId}.{segment}.jsonl"));

    /// <summary>The path of the lock, which is held while a log writes the run.</summary>
    internal string LockPath => System.IO.Path.Combine(Directory, RunId + RunFileName.Lock);

    /// <summary>The path of the head.</summary>
    internal string HeadPath => System.IO.Path.Combine(Directory, RunId + RunFileName.Head);

    /// <summary>Takes the run for one log alone, across all processes. A run in memory has no lock, since only one log can have it.</summary>
    /// <returns>False when another log has it.</returns>
    internal bool TryTake()
    {
        if (Directory.Length == 0)
        {
            return true;
        }

        _lock = Files.TryLock(LockPath);
        return _lock is not null;
    }

    /// <summary>The same for a run that was started before. It may have ended.</summary>
    internal bool TryTakeAgain()
    {
        MadeLock = Directory.Length > 0 && !Files.Exists(LockPath);
        return TryTake();
    }

    /// <summary>Whether <see cref="TryTakeAgain"/> made the lock's file. If the run turns out to have ended, the file is deleted again.</summary>
    internal bool MadeLock { get; private set; }

    /// <summary>Releases the run.</summary>
    /// <param name="isOver">
    /// Whether no log can write the run any more, so that the lock's file is deleted. Otherwise it stays: deleting it could take the lock from another process.
    /// </param>
    internal void LetGo(bool isOver)
    {
        if (Interlocked.Exchange(ref _lock, null) is not { } held)
        {
            return;
        }

        try
        {
            held.Dispose();
            if (isOver)
            {
                Files.Delete(LockPath);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty lock file stays. No process holds it.
        }
    }

    /// <summary>Makes the directory of a run that starts.</summary>
    internal void MakeDirectory()
    {
        if (Directory.Length > 0)
        {
            MakeDirectory(Directory);
        }
    }

    /// <summary>Makes a directory. In a durable run it is there after a loss of power, too.</summary>
    internal void MakeDirectory(string path)
    {
        if (!IsDurable)
        {
            Files.MakeDirectory(path);
            return;
        }

        // Each new directory is a name in the one above it, which must be synced.
        var above = new List<string>();
        for (var missing = path; missing is { Length: > 0 } && !Files.Exists(missing); missing = System.IO.Path.GetDirectoryName(missing))
        {
            if (System.IO.Path.GetDirectoryName(missing) is { Length: > 0 } parent)
            {
                above.Add(parent);
            }
        }

        Files.MakeDirectory(path);
        above.ForEach(Files.SyncDirectory);
    }

    /// <summary>Makes a folder for files that lines name. A link is refused: readers do not follow it, and it may lead to a folder of another user.</summary>
    /// <exception cref="IOException">The folder is a link, or cannot be made.</exception>
    internal void MakeFolder(string path)
    {
        RefuseLink(path);
        MakeDirectory(path);
    }

    /// <exception cref="IOException">The folder is a link.</exception>
    internal void RefuseLink(string folder)
    {
        if (Directory.Length > 0 && SharedDocument.IsLink(folder))
        {
            throw new IOException($"The folder \"{folder}\" is a link. Readers do not follow it, so nothing is stored there: put a folder in its place.");
        }
    }

    /// <summary>Looks whether the files that the lines name are still there, and stores again those whose content is known.</summary>
    /// <returns>The causes for files that cannot be stored again, and how many values of lines each concerns.</returns>
    internal IEnumerable<(Exception Cause, int Values)> LookForNamed() => Shared.StoreAgain().Concat(Blobs.LookForGone());

    internal SegmentFile Create(int segment) => new(this, segment, Files.CreateNew(SegmentPath(segment)));

    /// <summary>Opens a file of the run, to write on behind its content.</summary>
    internal SegmentFile Reopen(int segment, long length) => new(this, segment, Files.OpenForAppend(SegmentPath(segment)), length);

    /// <summary>Makes the names in the run's directory survive a loss of power, in a durable run.</summary>
    internal void SyncNames()
    {
        if (IsDurable && Directory.Length > 0)
        {
            Files.SyncDirectory(Directory);
        }
    }

    /// <summary>Makes the bytes of a file survive a loss of power, in a durable run. Its name is not covered.</summary>
    internal void Sync(ILogFile file)
    {
        if (IsDurable)
        {
            file.SyncAll();
        }
    }

    /// <summary>Makes a new file and its name survive a loss of power, in a durable run.</summary>
    internal void Keep(ILogFile file) => Keep(file, Directory);

    /// <summary>The same for a file in another directory.</summary>
    internal void Keep(ILogFile file, string directory)
    {
        Sync(file);
        if (IsDurable && directory.Length > 0)
        {
            Files.SyncDirectory(directory);
        }
    }

    /// <summary>Opens the file that a line names by its hash: a blob of the run, or a document that it shares. Null if there is none.</summary>
    internal Stream? OpenNamed(string hash) => Blobs.Open(hash) ?? Shared.Open(hash);

    /// <summary>Removes a run whose header could not be written.</summary>
    internal void Discard(SegmentFile file)
    {
        try
        {
            file.Discard();
        }
        finally
        {
            try
            {
                Blobs.Discard();
            }
            finally
            {
                LetGo(isOver: true);
            }
        }
    }
}
