using System.Text.Json;
using AgentStepLog.Integrity;
using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The part of the writer that resumes a run.</summary>
internal sealed partial class LogWriter
{
    private void GoOn(ResumedRun run, LogSoFar soFar)
    {
        var scan = run.Scan;

        // The totals pass through the form that a head has, so that this log withholds their names by its own rules.
        var totals = new JsonBuffer();
        scan.Totals.WriteState(totals);
        using var state = JsonDocument.Parse(totals.WrittenMemory);
        soFar.Totals.ReadState(state.RootElement);
        _head?.Begin(new(_run, scan.Tree, scan.Files.Count - 1, scan.Files[^1].Length, scan.Leaf), new(scan.Leaf, scan.Elapsed));
        Subscribers.Committed(StepKind.RunStart, run.HeaderLine);
        Tell(run, soFar.Timestamp);
        _head?.WriteNow(); // the old head may know of lines that are gone
    }

    private void Tell(ResumedRun run, long now)
    {
        if (run.Lost > 0)
        {
            _run.Files.Delete(_run.HeadPath);
            var gap = NewLine(StepKind.Gap);
            new Loss { Lines = run.Lost, From = now, To = now, Reason = "The head file knew of these lines, and they are not in the log any more." }.Write(gap);
            Require(gap);
        }

        if (run.Quarantine is { } taken)
        {
            var recovery = NewLine(StepKind.Recovery);
            recovery.Number("offset"u8, taken.Offset);
            recovery.Number("length"u8, taken.Length);
            recovery.Label("sha256"u8, taken.Sha256);
            Require(recovery);
        }
    }

    private void Require(Line line)
    {
        if (CommitNow(line) is { } flaw)
        {
            throw new IOException($"What was found could not be recorded: {flaw.Message}", flaw);
        }
    }
}
