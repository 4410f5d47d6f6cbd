using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Resuming;

/// <summary>A run that goes on from what a crash left, on a disk that fails.</summary>
internal sealed class ResumedRun
{
    private readonly Script? _script;
    private readonly IReadOnlyList<string> _before;
    private readonly StepLogHealth _health;
    private readonly Survivors _left;

    private ResumedRun(Durability durability, FaultLayer files, ModelDisk disk, IReadOnlyList<string> before)
    {
        (Files, _before) = (files, before);
        try
        {
            using var log = StepLog.ResumeOn(files, FaultRun.Directory, FaultRun.RunId, new() { Durability = durability, SegmentBytes = 64 * 1024, LlmContent = CaptureMode.Full, TimeProvider = StandingClock.Instance });
            _script = new(log, files, static _ => { }, disk.Snapshot, firstLabel: 1_000);
            _script.Little();
            log.Complete();
            log.Dispose();
            _health = log.Health;
        }
        catch (StepLogException e) when (_script is null)
        {
            Refusal = e;
        }

        _left = Survivors.Read(disk.Snapshot(), FaultRun.Directory, FaultRun.RunId);
        After = disk.Snapshot();
    }

    public FaultLayer Files { get; }

    /// <summary>Whether the run is at its end.</summary>
    public bool HasEnd => _left.HasEnd;

    /// <summary>Why the run was not gone on with.</summary>
    public StepLogException? Refusal { get; }

    public Dictionary<string, byte[]> After { get; }

    /// <param name="durability">How it is written now.</param>
    /// <param name="left">What the crash left.</param>
    /// <param name="plan">What fails.</param>
    /// <param name="before">The records that were there.</param>
    public static ResumedRun Of(Durability durability, IReadOnlyDictionary<string, byte[]> left, Func<int, Fault?> plan, IReadOnlyList<string> before)
    {
        var disk = ModelDisk.With(left);
        return new(durability, new(disk, plan), disk, before);
    }

    public List<string> Violations()
    {
        var wrong = new List<string>(_script?.Surprises ?? []);
        if (_left.Flaw is { } flaw)
        {
            wrong.Add(flaw);
        }

        var gone = _before.Except(_left.Records).ToList();
        if (gone.Count > 0)
        {
            wrong.Add($"{string.Join(" ", gone)} were there before");
        }

        var missing = (_script?.Acknowledged ?? []).Except(_left.Records).ToList();
        if (missing.Count > (_left.HasEnd ? _left.Lost : _health.Lost))
        {
            wrong.Add($"{missing.Count} are missing ({string.Join(" ", missing)}), gaps tell of {_left.Lost}, Health of {_health.Lost}");
        }

        if (_script is not null && !_left.HasEnd && _health.Lost == 0)
        {
            wrong.Add("run_end is missing and not counted");
        }

        return wrong;
    }
}
