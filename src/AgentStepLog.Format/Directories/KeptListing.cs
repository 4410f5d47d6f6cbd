using AgentStepLog.Files;

namespace AgentStepLog.Directories;

/// <summary>
/// The names in a directory. It is listed again only when they may have changed: one listing for each run would take time by the square of their number.
/// </summary>
internal sealed class KeptListing(string directory)
{
    // File systems round times to some milliseconds, old ones to two seconds. A listing this close to the last change may have missed a later change.
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

    /// <summary>The names of each run's files, in no order. A header that says to which run a file belongs is read once.</summary>
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
