using AgentStepLog.Files;
using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

internal sealed partial class LogWriter
{
    /// <summary>The last steps, oldest first.</summary>
    internal Step[] Steps()
    {
        CatchUp();
        (StepRing.Slot Slot, Step? Step, byte[]? Line)[] recent;
        using (var log = _gate.Hold())
        {
            recent = log.SoFar.Recent.Snapshot();
        }

        // The lines are parsed outside the lock, so that readers do not delay writers.
        var reader = NewReader();
        var steps = Array.ConvertAll(recent, r => r.Step ?? reader.Read(r.Line));
        using (var log = _gate.Hold())
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (recent[i].Line is { } line)
                {
                    recent[i].Slot.Keep(steps[i], line);
                }
            }
        }

        return steps;
    }

    internal RunSummary Summarize()
    {
        CatchUp();
        var elapsed = _closed ? 0 : Clock();
        using (var log = _gate.Hold())
        {
            if (!_closed)
            {
                log.SoFar.Totals.Elapsed(elapsed);
            }

            return log.SoFar.Totals.ToSummary();
        }
    }

    /// <summary>Copies the whole lines written so far, of all files.</summary>
    internal void CopyTo(Stream destination)
    {
        CatchUp();
        (int Number, long Length)[] files;
        using (var log = _gate.Hold())
        {
            files = [.. log.SoFar.Files];
        }

        var buffer = new byte[64 * 1024];
        foreach (var (number, length) in files)
        {
            using var file = new LogFileStream(_run.Files.Open(_run.SegmentPath(number)));
            for (var left = length; left > 0;)
            {
                var count = (int)Math.Min(left, buffer.Length);
                file.ReadExactly(buffer, 0, count);
                destination.Write(buffer, 0, count);
                left -= count;
            }
        }
    }
}
