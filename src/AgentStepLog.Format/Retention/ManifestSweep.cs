using System.Security.Cryptography;
using AgentStepLog.Files;

namespace AgentStepLog.Retention;

/// <summary>
/// Drops shared documents that no run names any more. A run that is about to name a document touches it, or writes it again if it is gone
/// (<see cref="SharedDocuments"/>). So no run needs a document that was not touched for an hour and that no line names.
/// </summary>
/// <param name="files">The file system. Interrupted calls are repeated.</param>
/// <param name="directory">The directory of the runs.</param>
/// <param name="gone">The names of the runs' files that a dry run would have dropped.</param>
/// <param name="isDry">Whether nothing is changed.</param>
internal sealed class ManifestSweep(ILogFiles files, string directory, IReadOnlySet<string> gone, bool isDry)
{
    private const string Mark = RunFileName.Dropped;

    private readonly string _folder = SharedDocument.FolderIn(directory);
    private readonly List<RetainedManifest> _dropped = [];

    internal IReadOnlyList<RetainedManifest> Dropped => _dropped;

    /// <summary>Why documents stayed that may not be needed any more; null where all unneeded ones could be dropped.</summary>
    internal string? Obstacle { get; private set; }

    internal void Run()
    {
        try
        {
            if (SharedDocument.IsLink(_folder))
            {
                Obstacle = $"The folder \"{_folder}\" is a link, and may lead out of the log directory: nothing in it is dropped.";
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

    // The temporary file of a killed process: ".{hash}.json.{32 hex digits}".
    private static bool IsUnfinished(string name) =>
        name.Length == 1 + 64 + SharedDocument.Extension.Length + 1 + 32 && name[0] == '.' && SharedDocument.HashOf(name[1..^33]) is not null;

    // A run that is being written may have stored a document that no line of it names yet. The document is not older than the run's lock.
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

    // A lock whose run has no file yet is not checked: the check could keep the run from taking its lock. Such a run is young, so that its documents are, too.
    private bool IsHeld(string path)
    {
        var log = Path.ChangeExtension(path, ".jsonl");
        return (files.Exists(log) || files.Exists(log + ".gz")) && files.IsLocked(path);
    }

    // Renames the document first. A run that looks for it now does not find it and writes it again. A touch before the rename is seen in the time of the renamed file.
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
                    return; // another retention call has put it back
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
            // Another retention call has dropped it meanwhile, or put it back.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Obstacle = $"\"{path}\" cannot be dropped: {e.Message}";
        }
    }

    // Puts back a document that a killed call had renamed. It is touched first, since a run may be about to name it. Its content is checked, since a damaged one
    // must not replace a document that was written since.
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
            // The call that renamed it is still running, or another call has put it back.
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
