using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;

namespace AgentStepLog.FaultTests.Work;

/// <summary>One run of a script on a disk that fails, and what may be held against it.</summary>
internal sealed class FaultRun
{
    public const string Directory = "/disk/logs";
    public const string RunId = "r";

    private readonly Script? _script;

    private FaultRun(Durability durability, FaultLayer files, ModelDisk disk, Action<Script> work, LogFailurePolicy policy = LogFailurePolicy.FailOpen, bool blobsMayBeGone = false)
    {
        Files = files;
        StepLog? log = null;
        try
        {
            log = StepLog.On(files, new() { Directory = Directory, RunId = RunId, Durability = durability, SegmentBytes = 64 * 1024, LlmContent = CaptureMode.Full, OnLogFailure = policy, TimeProvider = StandingClock.Instance });
        }
        catch (StepLogException e)
        {
            StartFailure = e;
        }

        if (log is not null)
        {
            _script = new(log, files, disk.Acknowledge, disk.Snapshot);
            work(_script);
            try
            {
                log.Complete();
                log.Dispose();
            }
            catch (Exception e)
            {
                _script.Surprises.Add("at the end: " + e);
            }

            Health = log.Health;
        }

        Left = Survivors.Read(disk.Snapshot(), Directory, RunId, blobsMayBeGone);
    }

    public FaultLayer Files { get; }

    public StepLogHealth Health { get; }

    /// <summary>A log that cannot be begun says so to who begins it, whatever its policy: there is nobody else to tell.</summary>
    public StepLogException? StartFailure { get; }

    public Survivors Left { get; }

    public List<string> Acknowledged => _script?.Acknowledged ?? [];

    /// <summary>Calls that were not made, since they could not be announced.</summary>
    public int Refused => _script?.Refused.Count ?? 0;

    /// <summary>Calls that waited for what announces them, and were made.</summary>
    public int Promised => _script?.Promised.Count ?? 0;

    /// <summary>The same, with the files that are left.</summary>
    public static FaultRun Of(Durability durability, Action<Script> work, Func<int, Fault?> plan, out Dictionary<string, byte[]> left)
    {
        var disk = new ModelDisk();
        var run = new FaultRun(durability, new(disk, plan), disk, work);
        left = disk.Snapshot();
        return run;
    }

    public static FaultRun Of(Durability durability, Action<Script> work, Func<int, Fault?> plan, List<DiskEvent>? journal = null, LogFailurePolicy policy = LogFailurePolicy.FailOpen)
    {
        var disk = new ModelDisk(journal);
        return new(durability, new(disk, plan), disk, work, policy);
    }

    /// <summary>One whose faults go by what is called, and with what path.</summary>
    public static FaultRun Where(Durability durability, Action<Script> work, Func<string, string, Fault?> when, out Dictionary<string, byte[]> left)
    {
        var disk = new ModelDisk();
        var run = new FaultRun(durability, new(disk, static _ => null) { When = when }, disk, work);
        left = disk.Snapshot();
        return run;
    }

    /// <summary>One whose directory is removed, with all that is in it, at a call.</summary>
    public static FaultRun Removed(Durability durability, Action<Script> work, int ordinal)
    {
        var disk = new ModelDisk();
        return new(durability, new(disk, n =>
        {
            if (n == ordinal)
            {
                disk.Vanish(Directory);
            }

            return null;
        }), disk, work, blobsMayBeGone: true);
    }

    /// <summary>What is wrong; empty where every promise was kept.</summary>
    public List<string> Violations()
    {
        var mayBeTorn = !Files.WorksAgain;
        var wrong = new List<string>(_script?.Surprises ?? []);
        if (Left.Flaw is { } flaw)
        {
            wrong.Add(flaw);
        }

        if (StartFailure is not null)
        {
            return wrong;
        }

        if (Left.IsTorn && !mayBeTorn)
        {
            wrong.Add("the last line is torn, though the disk works again");
        }

        if (Left.Records.Count != Left.Records.Distinct().Count())
        {
            wrong.Add("a record stands there twice");
        }

        var missing = Acknowledged.Except(Left.Records).ToList();
        if (missing.Count > Health.Lost)
        {
            wrong.Add($"{missing.Count} are missing ({string.Join(" ", missing)}), Health counts {Health.Lost}");
        }

        // Of what announces a call that was refused nothing is promised, but that it is counted if a line of it was tried.
        var refused = _script!.Refused.Except(Left.Records).Count();
        if (_script.Promised.Except(Left.Records).ToList() is { Count: > 0 } broken)
        {
            wrong.Add($"{string.Join(" ", broken)} are missing, and the calls were made");
        }

        if (Left.HasEnd && (missing.Count > Left.Lost || missing.Count + refused < Left.Lost))
        {
            wrong.Add($"{missing.Count} are missing ({string.Join(" ", missing)}), gaps tell of {Left.Lost}");
        }

        if (!Left.HasEnd && !mayBeTorn && missing.Count + 1 > Health.Lost)
        {
            wrong.Add("run_end is missing and not counted");
        }

        return wrong;
    }
}
