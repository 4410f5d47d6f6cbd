using System.Security.Cryptography;
using AgentStepLog.Files;

namespace AgentStepLog.Retention;

/// <summary>
/// Drops the documents that runs share once no run names them. A run that is about to name one touches it, or finds it gone and writes it anew
/// (<see cref="SharedDocuments"/>): so one that was not touched for an hour, and that no line names, is needed by none.
/// </summary>
/// <param name="files">The files; each call is made again when interrupted.</param>
/// <param name="directory">The directory of the runs.</param>
/// <param name="gone">The names of files of runs that a dry run would have dropped.</param>
/// <param name="isDry">Whether nothing is changed.</param>
internal sealed class ManifestSweep(ILogFiles files, string directory, IReadOnlySet<string> gone, bool isDry)
{
    private const string Mark = RunFileName.Dropped;

    private readonly string _folder = SharedDocument.FolderIn(directory);
    private readonly List<RetainedManifest> _dropped = [];

    internal IReadOnlyList<RetainedManifest> Dropped => _dropped;

    /// <summary>Why some stayed that may be needed no more; null where nothing stood in the way.</summary>
    internal string? Obstacle { get; private set; }

    internal void Run()
    {
        try
        {
            if (SharedDocument.IsLink(_folder))
            {
                Obstacle = $"The folder \"{_folder}\" is a link, and what it leads to may be somebody else's: nothing in it is dropped.";
                return;
            }

            var names = files.List(_folder);
            if (!isDry)
            {
                names.Where(name => name.EndsWith(Mark, StringComparison.Ordinal)).ToList().ForEach(PutBack);
            }

            var old = Old(names, DateTimeOffset.UtcNow - SharedDocuments.KeptFor);
            if (old.Count == 0)
            {
                return;
            }

            var limit = Limit();
            var unnamed = old.Where(document => document.Value.Written < limit).ToDictionary(StringComparer.Ordinal);
            var logs = new NamedManifests(files, directory, gone);
            if (!logs.Take(unnamed.Keys.Where(name => SharedDocument.HashOf(name) is not null).Select(name => SharedDocument.HashOf(name)!), out var left))
            {
                Obstacle = logs.Obstacle;
                return;
            }

            foreach (var (name, facts) in unnamed.Where(document => SharedDocument.HashOf(document.Key) is not { } hash || left.Contains(hash)))
            {
                Drop(name, facts, limit);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Obstacle = $"The folder \"{_folder}\" cannot be looked at: {e.Message}";
        }
    }

    private Dictionary<string, FileFacts> Old(IReadOnlyList<string> names, DateTimeOffset limit)
    {
        var old = new Dictionary<string, FileFacts>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => SharedDocument.HashOf(name) is not null || IsUnfinished(name)))
        {
            if (files.Look(Path.Combine(_folder, name)) is { IsFile: true } facts && facts.Written < limit)
            {
                old.Add(name, facts);
            }
        }

        return old;
    }

    // What a process that was killed left of one that it wrote: ".{hash}.json.{32 hex digits}".
    private static bool IsUnfinished(string name) =>
        name.Length == 1 + 64 + SharedDocument.Extension.Length + 1 + 32 && name[0] == '.' && SharedDocument.HashOf(name[1..^33]) is not null;

    // A run that is being written may have stored one that no line of it names yet. The age of its lock is no less than its own.
    private DateTimeOffset Limit()
    {
        var oldest = DateTimeOffset.UtcNow;
        foreach (var name in files.List(directory).Where(name => name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var path = Path.Combine(directory, name);
            if (files.Look(path) is { } facts && facts.Written < oldest && IsHeld(path))
            {
                oldest = facts.Written;
            }
        }

        return oldest - SharedDocuments.KeptFor;
    }

    // One whose run has no file yet is not asked for: to look whether it is held could keep the run from taking it, and it is young anyway.
    private bool IsHeld(string path)
    {
        var log = Path.ChangeExtension(path, ".jsonl");
        return (files.Exists(log) || files.Exists(log + ".gz")) && files.IsLocked(path);
    }

    // By another name first. Who looks for it from here on does not find it, and writes it anew; who touched it before is seen now.
    private void Drop(string name, FileFacts facts, DateTimeOffset limit)
    {
        var path = Path.Combine(_folder, name);
        var taken = path + Mark;
        try
        {
            if (!isDry && SharedDocument.HashOf(name) is null)
            {
                files.Delete(path);
                return;
            }

            if (!isDry)
            {
                files.Move(path, taken);
                if (files.Look(taken) is not { } last)
                {
                    return; // another call has put it back
                }

                if (last.Written >= limit)
                {
                    files.Move(taken, path);
                    return;
                }

                files.Delete(taken);
            }

            if (SharedDocument.HashOf(name) is { } hash)
            {
                _dropped.Add(new(hash, facts.Length));
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another call has dropped it meanwhile, or put it back.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Obstacle = $"\"{path}\" cannot be dropped: {e.Message}";
        }
    }

    // Of a call that was killed there. Touched first, since a run may be about to name it; and looked at, since one that was damaged must not take the place of what was written since.
    private void PutBack(string name)
    {
        var taken = Path.Combine(_folder, name);
        if (SharedDocument.HashOf(name[..^Mark.Length]) is not { } hash)
        {
            return;
        }

        try
        {
            if (Holds(taken, hash))
            {
                files.Touch(taken);
                files.Move(taken, taken[..^Mark.Length]);
            }
            else
            {
                files.Delete(taken);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It was of a call that goes on, or another one has put it back.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Obstacle = $"\"{taken}\" cannot be put back: {e.Message}";
        }
    }

    private bool Holds(string path, string hash)
    {
        if (files.Look(path) is not { IsFile: true, Length: > 0 })
        {
            return false;
        }

        using var stream = new LogFileStream(files.Open(path));
        return Convert.ToHexString(SHA256.HashData(stream)).Equals(hash, StringComparison.OrdinalIgnoreCase);
    }
}
