using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Disk;

/// <summary>
/// A disk in memory that behaves as a real one does: files live on while they are open, names belong to directories. It keeps a journal of
/// what was done to it, from which <c>PowerLoss</c> makes what a loss of power may leave.
/// </summary>
internal sealed class ModelDisk : ILogFiles
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, ModelFile> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal) { "/" };
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly List<DiskEvent>? _journal;
    private int _files;

    /// <param name="journal">Where all that happens is noted; null where nobody asks.</param>
    public ModelDisk(List<DiskEvent>? journal = null) => _journal = journal;

    /// <summary>A disk with these files on it.</summary>
    public static ModelDisk With(IReadOnlyDictionary<string, byte[]> files)
    {
        var disk = new ModelDisk();
        foreach (var (path, content) in files)
        {
            disk.MakeDirectory(Parent(path));
            disk.CreateNew(path).Write(content, 0);
        }

        return disk;
    }

    internal bool IsJournaled => _journal is not null;

    public void MakeDirectory(string path)
    {
        lock (_gate)
        {
            if (_directories.Contains(path))
            {
                return;
            }

            MakeDirectory(Parent(path));
            _directories.Add(path);
            Note(new(DiskAction.MakeDirectory) { Path = path });
        }
    }

    public ILogFile CreateNew(string path)
    {
        lock (_gate)
        {
            Need(Parent(path));
            if (_names.ContainsKey(path))
            {
                throw new IOException($"The file '{path}' already exists.", 17);
            }

            return _names[path] = Made(path);
        }
    }

    public ILogFile Open(string path)
    {
        lock (_gate)
        {
            Need(Parent(path));
            return _names.TryGetValue(path, out var file) ? file : throw new FileNotFoundException($"There is no file '{path}'.", path);
        }
    }

    public ILogFile OpenForAppend(string path) => Open(path);

    public void Delete(string path)
    {
        lock (_gate)
        {
            Need(Parent(path));
            if (_names.Remove(path))
            {
                Note(new(DiskAction.Unlink) { Path = path });
            }
        }
    }

    public void DeleteDirectory(string path)
    {
        lock (_gate)
        {
            Need(path);
            foreach (var name in List(path))
            {
                Delete(path + "/" + name);
            }

            _directories.Remove(path);
            Note(new(DiskAction.RemoveDirectory) { Path = path });
        }
    }

    public void Move(string from, string to)
    {
        lock (_gate)
        {
            Need(Parent(to));
            _names[to] = _names.Remove(from, out var file) ? file : throw new FileNotFoundException($"There is no file '{from}'.", from);
            Note(new(DiskAction.Move) { Path = from, To = to, File = file.Id });
        }
    }

    public FileFacts? Look(string path)
    {
        lock (_gate)
        {
            return _names.TryGetValue(path, out var file) ? new(IsFile: true, file.Length, file.Written)
                : _directories.Contains(path) ? new(IsFile: false, 0, DateTimeOffset.UtcNow)
                : null;
        }
    }

    public void Touch(string path)
    {
        lock (_gate)
        {
            ((ModelFile)Open(path)).Written = DateTimeOffset.UtcNow;
        }
    }

    public bool Exists(string path)
    {
        lock (_gate)
        {
            return _names.ContainsKey(path) || _directories.Contains(path);
        }
    }

    public IReadOnlyList<string> List(string directory)
    {
        lock (_gate)
        {
            return [.. _names.Keys.Where(path => Parent(path) == directory).Select(path => path[(directory.Length + 1)..])];
        }
    }

    public void SyncDirectory(string path)
    {
        lock (_gate)
        {
            Need(path);
            Note(new(DiskAction.SyncDirectory) { Path = path });
        }
    }

    public bool IsLocked(string path)
    {
        lock (_gate)
        {
            return _locks.Contains(path);
        }
    }

    public IDisposable? TryLock(string path)
    {
        lock (_gate)
        {
            Need(Parent(path));
            if (!_locks.Add(path))
            {
                return null;
            }

            if (!_names.ContainsKey(path))
            {
                _names[path] = Made(path);
            }

            return new Held(this, path);
        }
    }

    /// <summary>Somebody removes a directory with all that is in it; files that are open live on without a name.</summary>
    public void Vanish(string directory)
    {
        lock (_gate)
        {
            foreach (var path in _names.Keys.Where(path => path.StartsWith(directory + "/", StringComparison.Ordinal)).ToList())
            {
                _names.Remove(path);
            }

            _directories.RemoveWhere(path => path == directory || path.StartsWith(directory + "/", StringComparison.Ordinal));
        }
    }

    /// <summary>A step of the workload was acknowledged here.</summary>
    public void Acknowledge(string record)
    {
        lock (_gate)
        {
            Note(new(DiskAction.Acknowledge) { Path = record });
        }
    }

    /// <summary>All files as a reader finds them who looks now: what a kill leaves.</summary>
    public Dictionary<string, byte[]> Snapshot()
    {
        lock (_gate)
        {
            return _names.ToDictionary(n => n.Key, n => n.Value.ToArray(), StringComparer.Ordinal);
        }
    }

    internal static string Parent(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "/";

    internal void Note(in DiskEvent e)
    {
        if (_journal is not null)
        {
            lock (_journal)
            {
                _journal.Add(e);
            }
        }
    }

    private ModelFile Made(string path)
    {
        var file = new ModelFile(this, ++_files);
        Note(new(DiskAction.Create) { Path = path, File = file.Id });
        return file;
    }

    private void Need(string directory)
    {
        if (!_directories.Contains(directory))
        {
            throw new DirectoryNotFoundException($"There is no directory '{directory}'.");
        }
    }

    private sealed class Held(ModelDisk disk, string path) : IDisposable
    {
        public void Dispose()
        {
            lock (disk._gate)
            {
                disk._locks.Remove(path);
            }
        }
    }
}
