using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.FaultTests.Work;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>A run on a real disk, one of whose files is disturbed before one of its calls to the system, and what may be held against it.</summary>
internal sealed class DisturbedRun : IDisposable
{
    private const string RunId = "r";

    private readonly TemporaryDirectory _directory = new(inMemory: true);
    private readonly List<(string Call, string File)> _calls = [];
    private readonly Script _script;
    private readonly StepLogHealth _health;
    private readonly bool _timePasses;
    private readonly Disturbance? _how;
    private readonly Fault? _fault;
    private bool _isSeen;

    /// <param name="timePasses">Whether the log looks at its file before each write, or only now and then.</param>
    /// <param name="at">Before which call, the first being 0, which file is disturbed; null for none.</param>
    /// <param name="how">How.</param>
    /// <param name="fault">How that call fails then; null if it does not.</param>
    public DisturbedRun(bool timePasses, (int Ordinal, string File)? at = null, Disturbance? how = null, Fault? fault = null)
    {
        (_timePasses, _how, _fault) = (timePasses, how, fault);
        var files = new FaultLayer(DiskFiles.Instance, static _ => null)
        {
            When = (call, path) =>
            {
                _calls.Add((call, Path.GetFileName(path)));
                if (_calls.Count - 1 != at?.Ordinal)
                {
                    return null;
                }

                _isSeen = Stranger.Disturb(how!.Value, Path.Combine(_directory.Path, at.Value.File));
                return fault;
            },
        };
        using var log = StepLog.On(files, new()
        {
            Directory = _directory.Path, RunId = RunId, SegmentBytes = 64 * 1024, TimeProvider = timePasses ? new LeapingClock() : StandingClock.Instance,
        });
        _script = new(log, files, static _ => { }, static () => []);
        _script.Lines();
        log.Complete();
        _health = log.Health;
    }

    /// <summary>What was called, with the name of the file.</summary>
    public IReadOnlyList<(string Call, string File)> Calls => _calls;

    public void Dispose() => _directory.Dispose();

    /// <summary>What is wrong; empty where every promise was kept.</summary>
    public IEnumerable<string> Violations()
    {
        foreach (var surprise in _script.Surprises)
        {
            yield return surprise;
        }

        var left = new FilesLeft(_directory.Path, RunId);
        var missing = _script.Acknowledged.Count(record => !left.Records.Contains(record));
        var end = left.Records.Contains("run_end:") ? 0 : 1;
        if (missing + end > 0 && _fault is null && _how >= Disturbance.Deleted)
        {
            yield return $"{missing + end} are missing, and could be written anew";
        }

        // Where no time passes, the log does not look before it writes, and may fill up what was cut behind the place that it saw last. Then the verifier tells it.
        var mayBeFilled = !_timePasses && end == 0 && _how is Disturbance.CutInALine or Disturbance.CutAfterALine;
        if (!mayBeFilled && missing + end > _health.Lost)
        {
            yield return $"{missing + end} are missing, Health counts {_health.Lost}";
        }

        if (!mayBeFilled && IsThere && _health.LastFailure is null)
        {
            yield return "Health says nothing of it";
        }

        // No line tells of an end that is gone. Behind a link the first file has another name, so that the verifier does not find the next one.
        var isWhole = left.IsWhole && (missing <= left.Told || end == 1);
        if (Verify() is var verdict && (isWhole ? verdict is not Verdict.SelfConsistent && _how is not Disturbance.MovedBehindALink : verdict is Verdict.SelfConsistent))
        {
            yield return $"{missing} are missing, gaps tell of {left.Told}, the files are {(left.IsWhole ? "whole" : "damaged")}: {verdict}";
        }

        if (_how is Disturbance.ReplacedByAFile && _fault is null && !IsThere)
        {
            yield return "what the stranger wrote is gone";
        }
    }

    // What a stranger wrote behind the last line may have been written over before the log looked.
    private bool IsThere => _how is Disturbance.WrittenTo or Disturbance.ReplacedByAFile
        ? Directory.EnumerateFiles(_directory.Path).Any(static path => FileTypes.OfName(path, out _) is FileType.Regular && File.ReadAllText(path).Contains(Stranger.Text, StringComparison.Ordinal))
        : _isSeen;

    // What is no file at all is refused.
    private Verdict Verify()
    {
        try
        {
            return StepLogVerifier.Verify(Path.Combine(_directory.Path, RunId + ".jsonl")).Verdict;
        }
        catch (StepLogException)
        {
            return Verdict.Tampered;
        }
    }
}
