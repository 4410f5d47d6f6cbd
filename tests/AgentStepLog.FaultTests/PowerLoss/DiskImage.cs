using AgentStepLog.FaultTests.Disk;

namespace AgentStepLog.FaultTests.PowerLoss;

/// <summary>
/// What is on a disk for sure, and what may be there or not until somebody syncs it: bytes and lengths of files, names in directories. A loss
/// of power keeps any part of what was not synced: some writes and not others, the length and not the bytes (which are zeros then), some sectors
/// of a write and not others, a name and not its file's bytes.
/// </summary>
internal sealed class DiskImage
{
    private const int Sector = 512;

    private readonly Dictionary<int, (byte[] Synced, List<DiskEvent> Pending, bool IsDoubtful)> _files = [];
    private readonly SortedDictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _directories = new(StringComparer.Ordinal) { "/" };
    private readonly List<DiskEvent> _pendingNames = [];
    private int _happened;

    /// <summary>What no writer may do; null if it did not.</summary>
    public string? Misuse { get; private set; }

    /// <summary>Whether a loss of power has anything to choose.</summary>
    public bool IsCertain => _pendingNames.Count == 0 && _files.Values.All(static f => f.Pending.Count == 0);

    public void Happens(DiskEvent e)
    {
        e = e with { Order = _happened++ };
        switch (e.Action)
        {
            case DiskAction.Create:
                _files.Add(e.File, ([], [], false));
                _pendingNames.Add(e);
                break;
            case DiskAction.Write or DiskAction.SetLength:
                Misuse ??= e.Action == DiskAction.Write && _files[e.File].IsDoubtful ? $"file {e.File} is written after a sync of it failed" : null;
                _files[e.File].Pending.Add(e);
                break;
            case DiskAction.Sync when _files[e.File].IsDoubtful:
                Misuse ??= $"file {e.File} is synced after a sync of it failed";
                break;
            case DiskAction.Sync:
                var (synced, pending, _) = _files[e.File];
                _files[e.File] = (pending.Aggregate(synced, static (bytes, p) => Apply(bytes, p, static _ => true)), [], false);
                break;
            case DiskAction.SyncFailed:
                _files[e.File] = (_files[e.File].Synced, _files[e.File].Pending, true);
                break;
            case DiskAction.SyncDirectory:
                _pendingNames.Where(n => ModelDisk.Parent(n.Path) == e.Path).ToList().ForEach(n => Rename(n, _names, _directories));
                _pendingNames.RemoveAll(n => ModelDisk.Parent(n.Path) == e.Path);
                break;
            case DiskAction.Move or DiskAction.Unlink or DiskAction.MakeDirectory or DiskAction.RemoveDirectory:
                _pendingNames.Add(e);
                break;
        }
    }

    /// <summary>What a kill leaves: the system goes on, and loses nothing.</summary>
    public Dictionary<string, byte[]> AfterKill() => State(static _ => true, static (_, _) => true);

    /// <summary>States that a loss of power may leave: the extreme ones, and some of the others.</summary>
    public IEnumerable<Dictionary<string, byte[]>> AfterPowerLoss(Random random, int samples)
    {
        foreach (var names in new[] { true, false })
        {
            yield return State(_ => names, static (_, _) => true);
            yield return State(_ => names, static (_, _) => false);
            yield return State(_ => names, static (e, sector) => e.Action == DiskAction.SetLength || sector < 0); // lengths, and no bytes
        }

        for (var i = 0; i < samples; i++)
        {
            var (some, keep) = (random.NextDouble(), new Dictionary<(DiskEvent, long), bool>());
            yield return State(
                _ => random.NextDouble() < some,
                (e, sector) => keep.TryGetValue((e, sector), out var kept) ? kept : keep[(e, sector)] = random.NextDouble() < some);
        }
    }

    /// <summary>States in which all that happened up to some moment is there, and of what happened then some sectors.</summary>
    public IEnumerable<Dictionary<string, byte[]>> InOrder(Random random, int samples)
    {
        var pending = _files.Values.SelectMany(static f => f.Pending).Concat(_pendingNames).OrderBy(static e => e.Order).ToList();
        for (var i = 0; i < samples; i++)
        {
            var last = pending.Count == 0 ? -1 : pending[random.Next(pending.Count)].Order;
            var length = random.Next(2) == 0;
            yield return State(e => e.Order < last, (e, sector) => e.Order < last || (e.Order == last && (sector < 0 ? length : random.Next(2) == 0)));
        }
    }

    // Sector -1 is the length of the file.
    private static byte[] Apply(byte[] bytes, DiskEvent e, Func<long, bool> keeps)
    {
        if (e.Action == DiskAction.SetLength)
        {
            if (keeps(-1))
            {
                Array.Resize(ref bytes, (int)e.Offset);
            }

            return bytes;
        }

        var length = Math.Max(bytes.Length, (int)e.Offset + e.Bytes!.Length);
        var result = new byte[length];
        bytes.CopyTo(result, 0);
        var end = keeps(-1) ? length : bytes.Length;
        for (var (from, to) = (e.Offset, 0L); from < e.Offset + e.Bytes.Length; from = to)
        {
            to = Math.Min(((from / Sector) + 1) * Sector, e.Offset + e.Bytes.Length);
            if (keeps(from / Sector))
            {
                e.Bytes.AsSpan((int)(from - e.Offset), (int)(to - from)).CopyTo(result.AsSpan((int)from));
                end = Math.Max(end, (int)to); // no byte without a length that has it
            }
        }

        return result[..end];
    }

    private static void Rename(DiskEvent e, SortedDictionary<string, int> names, SortedSet<string> directories)
    {
        switch (e.Action)
        {
            case DiskAction.Create:
                names[e.Path] = e.File;
                break;
            case DiskAction.Move:
                names.Remove(e.Path);
                names[e.To] = e.File;
                break;
            case DiskAction.Unlink:
                names.Remove(e.Path);
                break;
            case DiskAction.MakeDirectory:
                directories.Add(e.Path);
                break;
            case DiskAction.RemoveDirectory:
                directories.Remove(e.Path);
                break;
        }
    }

    private Dictionary<string, byte[]> State(Func<DiskEvent, bool> keepsName, Func<DiskEvent, long, bool> keeps)
    {
        var names = new SortedDictionary<string, int>(_names, StringComparer.Ordinal);
        var directories = new SortedSet<string>(_directories, StringComparer.Ordinal);
        _pendingNames.Where(keepsName).ToList().ForEach(e => Rename(e, names, directories));
        return names.Where(n => IsThere(ModelDisk.Parent(n.Key), directories)).ToDictionary(
            static n => n.Key,
            n => _files[n.Value].Pending.Aggregate(_files[n.Value].Synced, (bytes, e) => Apply(bytes, e, sector => keeps(e, sector))),
            StringComparer.Ordinal);
    }

    private static bool IsThere(string directory, SortedSet<string> directories) =>
        directories.Contains(directory) && (directory == "/" || IsThere(ModelDisk.Parent(directory), directories));
}
