using System.Collections.Concurrent;

namespace AgentStepLog.Files;

/// <summary>The files of one log in memory.</summary>
internal sealed class MemoryFiles : ILogFiles
{
    private readonly ConcurrentDictionary<string, MemoryFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _directories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _locks = new(StringComparer.Ordinal);

    public void MakeDirectory(string path) => _directories.TryAdd(path, true);

    public ILogFile CreateNew(string path)
    {
        var file = new MemoryFile();
        return _files.TryAdd(path, file) ? file : throw new IOException($"The file '{path}' already exists.");
    }

    public ILogFile Open(string path) => _files.TryGetValue(path, out var file) ? file : throw new FileNotFoundException($"There is no file '{path}'.", path);

    public ILogFile OpenForAppend(string path) => Open(path);

    public void Delete(string path) => _files.TryRemove(path, out _);

    public void DeleteDirectory(string path)
    {
        foreach (var name in List(path))
        {
            Delete(Path.Combine(path, name));
        }

        _directories.TryRemove(path, out _);
    }

    public void Move(string from, string to) =>
        _files[to] = _files.TryRemove(from, out var file) ? file : throw new FileNotFoundException($"There is no file '{from}'.", from);

    public FileFacts? Look(string path) =>
        _files.TryGetValue(path, out var file) ? new(IsFile: true, file.Length, DateTimeOffset.UtcNow)
        : _directories.ContainsKey(path) ? new(IsFile: false, 0, DateTimeOffset.UtcNow)
        : null;

    public void Touch(string path)
    {
        if (!_files.ContainsKey(path))
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        }
    }

    public bool Exists(string path) => _files.ContainsKey(path) || _directories.ContainsKey(path);

    public IReadOnlyList<string> List(string directory) =>
        [.. _files.Keys.Where(path => Path.GetDirectoryName(path) == directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public void SyncDirectory(string path)
    {
        // Nothing in memory survives a loss of power.
    }

    public IDisposable? TryLock(string path) => _locks.TryAdd(path, true) ? new Held(_locks, path) : null;

    public bool IsLocked(string path) => _locks.ContainsKey(path);

    private sealed class Held(ConcurrentDictionary<string, bool> locks, string path) : IDisposable
    {
        public void Dispose() => locks.TryRemove(path, out _);
    }
}
