using AgentStepLog.Files;

namespace AgentStepLog.Directories;

/// <summary>The names in a directory, listed again only when they may have changed: to list it for each of its runs would take time by the square of their number.</summary>
internal sealed class KeptListing(string directory)
{
    // File systems note times in steps of some milliseconds, old ones of two seconds: what was changed as it was listed may have changed since.
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(3);

    private Listing? _last;
    private Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    internal string Directory => directory;

    /// <exception cref="IOException">The directory cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    internal DirectoryNames Current()
    {
        var now = DateTime.UtcNow;
        var folder = new DirectoryInfo(directory);
        var changed = (folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).LastWriteTimeUtc; // a link has a time of its own
        if (_last is { } last && last.Changed == changed && last.At - changed > s_step)
        {
            return last.Names;
        }

        var names = new DirectoryNames(DiskFiles.Instance, directory);
        _last = new(names, now, changed);
        return names;
    }

    /// <summary>The names of each run's files, in no order. The headers that tell whose a file is are read once.</summary>
    internal Dictionary<string, List<string>> Runs()
    {
        var known = Volatile.Read(ref _owners);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var runs = RunsByName.In(DiskFiles.Instance, Current(), known, owners);
        Volatile.Write(ref _owners, owners);
        return runs;
    }

    /// <summary>The names of one run's files, in no order; empty if there are none.</summary>
    internal List<string> Files(string runId) => RunsByName.Of(DiskFiles.Instance, Current(), runId, Volatile.Read(ref _owners)) ?? [];

    private sealed record Listing(DirectoryNames Names, DateTime At, DateTime Changed);
}
