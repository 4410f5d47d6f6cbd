using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>The files of one run: what they are called, and what is done to them before and after they are written.</summary>
internal sealed class RunFiles
{
    private IDisposable? _lock;

    /// <param name="files">Where they are.</param>
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

    /// <summary>What the run names and shares with the others of its directory.</summary>
    internal SharedDocuments Shared { get; }

    /// <summary>Whether names must survive a loss of power.</summary>
    internal bool IsDurable { get; }

    /// <summary>The run's first file; null in memory.</summary>
    internal string? Path => Directory.Length == 0 ? null : SegmentPath(1);

    internal string SegmentPath(int segment) => System.IO.Path.Combine(
        Directory, segment == 1 ? RunId + ".jsonl" : string.Create(CultureInfo.InvariantCulture, $"{RunId}.{segment}.jsonl"));

    /// <summary>Held while a log writes the run.</summary>
    internal string LockPath => System.IO.Path.Combine(Directory, RunId + RunFileName.Lock);

    /// <summary>How far the log was when that was last noted.</summary>
    internal string HeadPath => System.IO.Path.Combine(Directory, RunId + RunFileName.Head);

    /// <summary>Takes the run for one log alone, in this process or any other. In memory nobody else can have it.</summary>
    /// <returns>False when another has it.</returns>
    internal bool TryTake()
    {
        if (Directory.Length == 0)
        {
            return true;
        }

        _lock = Files.TryLock(LockPath);
        return _lock is not null;
    }

    /// <summary>The same of a run that was begun before, and may be over.</summary>
    internal bool TryTakeAgain()
    {
        MadeLock = Directory.Length > 0 && !Files.Exists(LockPath);
        return TryTake();
    }

    /// <summary>Whether the lock's file was not there until <see cref="TryTakeAgain"/>: of a run that is over nothing need keep it.</summary>
    internal bool MadeLock { get; private set; }

    /// <summary>Lets go of the run.</summary>
    /// <param name="isOver">Whether nobody can write it any more, so that the lock's file goes, too. Else it stays: who deletes it could take it from another's hands.</param>
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
            // What stays is an empty file that nobody holds.
        }
    }

    /// <summary>Makes the directory of a run that begins.</summary>
    internal void MakeDirectory()
    {
        if (Directory.Length > 0)
        {
            MakeDirectory(Directory);
        }
    }

    /// <summary>Makes a directory so that it is there after a loss of power, too, where that is asked for.</summary>
    internal void MakeDirectory(string path)
    {
        if (!IsDurable)
        {
            Files.MakeDirectory(path);
            return;
        }

        // Each directory that is new is a name in the one above it.
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

    /// <summary>Makes a folder of what lines name. One that is a link is refused: readers do not follow it, and what it leads to may be somebody else's.</summary>
    /// <exception cref="IOException">It is a link, or cannot be made.</exception>
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

    /// <summary>Looks whether what the lines name beside the log is still there, and stores again what can be.</summary>
    /// <returns>What is gone for good, and how many values of lines that is.</returns>
    internal IEnumerable<(Exception Cause, int Values)> LookForNamed() => Shared.StoreAgain().Concat(Blobs.LookForGone());

    internal SegmentFile Create(int segment) => new(this, segment, Files.CreateNew(SegmentPath(segment)));

    /// <summary>Opens a file of the run, to go on behind what it holds.</summary>
    internal SegmentFile Reopen(int segment, long length) => new(this, segment, Files.OpenForAppend(SegmentPath(segment)), length);

    /// <summary>Makes the names in the run's directory survive a loss of power, where that is asked for.</summary>
    internal void SyncNames()
    {
        if (IsDurable && Directory.Length > 0)
        {
            Files.SyncDirectory(Directory);
        }
    }

    /// <summary>Makes what was written to a file survive a loss of power, where that is asked for; not its name.</summary>
    internal void Sync(ILogFile file)
    {
        if (IsDurable)
        {
            file.SyncAll();
        }
    }

    /// <summary>Makes a file that was written anew survive a loss of power, where that is asked for.</summary>
    internal void Keep(ILogFile file) => Keep(file, Directory);

    /// <summary>The same of a file in another directory.</summary>
    internal void Keep(ILogFile file, string directory)
    {
        Sync(file);
        if (IsDurable && directory.Length > 0)
        {
            Files.SyncDirectory(directory);
        }
    }

    /// <summary>Opens what a line names by its hash: a blob of the run, or a document that it shares. Null if there is none.</summary>
    internal Stream? OpenNamed(string hash) => Blobs.Open(hash) ?? Shared.Open(hash);

    /// <summary>Takes a run away again whose header could not be written.</summary>
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
