using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>
/// Resumes a run without an end. It reads how far the log goes, removes the incomplete rest of a line that a crash left, and refuses a log with any other flaw.
/// </summary>
internal static class LogResuming
{
    /// <summary>Takes the run's lock and reads how far its log goes.</summary>
    /// <exception cref="StepLogException">The run cannot be resumed. The message says what was found.</exception>
    internal static (RunFiles Run, ResumedRun Resumed) Open(StepLogOptions options, string path, string? runId, ILogFiles files)
    {
        path = Path.GetFullPath(path);
        try
        {
            runId ??= RunIdOf(files, path);
            LogOpening.RefuseRing(options, runId);
            var run = new RunFiles(files, Path.GetDirectoryName(path)!, runId, options.Durability == Durability.Durable);
            if (!run.TryTakeAgain())
            {
                throw CannotOpen.Taken(path, runId);
            }

            try
            {
                return (run, Read(run, options));
            }
            catch (Exception)
            {
                run.LetGo(isOver: false);
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Refused(FileTrouble.ReasonOf(e), path, e is FileNotFoundException or DirectoryNotFoundException ? "there is no such log." : e.Message, e);
        }
    }

    private static string RunIdOf(ILogFiles files, string path)
    {
        var line = FirstLine(files, path, out var isComplete);
        var fields = new LineFields(null);
        try
        {
            fields.Parse(line);
            return WellFormedRunId.Flaw(fields.RequiredText("run_id"u8)) is { } flaw
                ? throw new FormatException($"has a run id that {flaw}")
                : fields.RequiredText("run_id"u8);
        }
        catch (FormatException e)
        {
            throw NoLog(path, line, isComplete, e.Message);
        }
    }

    // The file may have been compressed since the log reported its name, if the run continued in a next file.
    private static byte[] FirstLine(ILogFiles files, string path, out bool isComplete)
    {
        try
        {
            return LogSegment.FirstLine(files, path, out isComplete);
        }
        catch (FileNotFoundException) when (files.Exists(SegmentName.PackedName(path)))
        {
            return LogSegment.FirstLine(files, SegmentName.PackedName(path), out isComplete);
        }
    }

    private static ResumedRun Read(RunFiles run, StepLogOptions options)
    {
        var listing = RunListing.Find(run.Files, new(run.Files, run.Directory), run.RunId);
        var segments = listing.Files;
        if (listing.Strays is [var stray, ..])
        {
            throw Refused(StepLogErrorReason.Damaged, run.SegmentPath(1), $"{stray.Text} Resuming would begin a file beside it. StepLogVerifier says more of the run; if that file is none of it, move it elsewhere.");
        }

        if (segments is not [{ Number: 1 }, ..])
        {
            throw Refused(segments.Count == 0 ? StepLogErrorReason.NotFound : StepLogErrorReason.Damaged, run.SegmentPath(1), segments.Count == 0 ? "there is no such log." : "the run's first file is missing, and others are there.");
        }

        var (header, headerLine) = Header(run, segments[0]);
        if (ResumedSubject.Flaw(header, options) is { } otherPerson)
        {
            throw Refused(StepLogErrorReason.Refused, run.SegmentPath(1), otherPerson);
        }

        var headless = TakeHeadless(run, segments);

        if (segments[^1].IsPacked)
        {
            throw Refused(StepLogErrorReason.Refused, segments[^1].Path, "its last file is compressed with gzip: unpack it first.");
        }

        var (scan, lost) = Scan(run, segments, HeadFile.Read(run));
        if (OpenIntents(run, segments, scan.OpenCalls) is not { } intents)
        {
            // The head names calls that are not where it says, so it is ignored.
            (scan, lost) = Scan(run, segments, head: null);
            intents = OpenIntents(run, segments, scan.OpenCalls) ?? throw Refused(StepLogErrorReason.Damaged, run.SegmentPath(1), "its calls without outcomes cannot be read.");
        }

        Quarantine? taken = null;
        foreach (var (segment, isEmpty) in headless)
        {
            // The process was killed as it began this file, so no call relies on anything in it. Its bytes are kept aside and the file is deleted, so that a file with
            // its name can begin again.
            taken = isEmpty ? taken : Quarantine.Take(run, segment.Path, 0);
            run.Files.Delete(segment.Path);
            run.SyncNames();
        }

        if (scan.Torn is { } torn)
        {
            taken = Quarantine.Take(run, torn.Segment.Path, torn.Offset);
        }

        var last = scan.Files[^1];
        var next = run.SegmentPath(last.Number + 1);
        if (taken is null && !run.Files.Exists(next))
        {
            taken = Quarantine.Untold(run, run.SegmentPath(last.Number), last.Length) ?? Quarantine.Untold(run, next, 0);
        }

        return new(header, headerLine, scan, segments[^1].First ?? 0, headless.Count > 0, taken, lost, intents);
    }

    private static (RunStartStep Header, byte[] Line) Header(RunFiles run, LogSegment first)
    {
        var line = LogSegment.FirstLine(run.Files, first.Path, out var isComplete);
        if (NotALog.Found(line, isComplete) is not null || !isComplete)
        {
            throw NoLog(first.Path, line, isComplete, "is incomplete");
        }

        try
        {
            return LineTail.Flaw(line) is { } flaw ? throw new FormatException(flaw)
                : new StepReader(null, new BlobSource(run.OpenNamed)).Read(line) is RunStartStep header ? (header, line)
                : throw new FormatException("has a \"run_start\" of another shape than the format's");
        }
        catch (FormatException e)
        {
            throw Refused(StepLogErrorReason.Damaged, first.Path, $"{FindingText.Where(0)} {e.Message}.");
        }
    }

    private static StepLogException NoLog(string path, byte[] line, bool isComplete, string otherwise) =>
        NotALog.Found(line, isComplete) is var (what, reason) ? Refused(reason, path, $"it is no step log of version 1: {what}.")
        : Refused(StepLogErrorReason.Damaged, path, !isComplete ? "its header was never written whole, so that nothing was recorded. Delete it, and start the run again."
            : $"{FindingText.Where(0)} {otherwise}.");

    // Finds the files at the end that have no complete header, the last one first. It checks whether a crash explains them before any file is changed.
    private static List<(LogSegment Segment, bool IsEmpty)> TakeHeadless(RunFiles run, List<LogSegment> segments)
    {
        var headless = new List<(LogSegment, bool)>();
        while (segments is [_, .., { First: null } last])
        {
            using var stream = last.Read(run.Files);
            using var lines = new LineScanner(stream);
            var isEmpty = !lines.Next();
            if (!isEmpty && !(lines.IsLast && ResumeScan.IsTorn(lines)) && !LineTail.IsUnwritten(lines))
            {
                throw Refused(StepLogErrorReason.Damaged, last.Path, "its first line is no header. A crash does not leave this; StepLogVerifier says more of it.");
            }

            headless.Add((last, isEmpty));
            segments.Remove(last);
        }

        return headless;
    }

    private static (ResumeScan Scan, long Lost) Scan(RunFiles run, List<LogSegment> segments, HeadFile? head)
    {
        foreach (var (number, _) in head?.Files ?? [])
        {
            if (number > 0 && segments.TrueForAll(s => s.Number != number))
            {
                throw Refused(StepLogErrorReason.Damaged, run.SegmentPath(number), "this file of the run is missing, and the head file names it.");
            }
        }

        var holds = head is not null && HeadCheck.Holds(run, segments, head);
        if (holds)
        {
            if (head!.Ended)
            {
                throw Ended(run, null);
            }

            if (SummaryBuilder.FromState(head.Totals) is { } totals)
            {
                return (Completed(run, new(run, segments, head, totals)), 0);
            }
        }

        var scan = Completed(run, new(run, segments));
        if (head is null || holds || scan.Lines < head.Lines)
        {
            return (scan, head is null || holds ? 0 : head.Lines - scan.Lines);
        }

        if (segments.Exists(s => s.Number == head.Segment && s.IsPacked))
        {
            return (scan, 0); // the file was compressed since, so the head's statements about it cannot be checked
        }

        throw Refused(StepLogErrorReason.Damaged, run.SegmentPath(1), $"its lines hold together, but line {head.Lines} of the run is another than the one that {run.HeadPath} states: "
            + "the log was rewritten, or the head file was. If you trust the log, delete the head file.");
    }

    private static ResumeScan Completed(RunFiles run, ResumeScan scan)
    {
        if (scan.Run() is { } flaw)
        {
            throw Refused(StepLogErrorReason.Damaged, run.SegmentPath(1), $"{flaw}. A crash does not leave this; StepLogVerifier says more of it.");
        }

        return scan.Outcome is { } outcome ? throw Ended(run, outcome) : scan;
    }

    private static StepLogException Ended(RunFiles run, RunOutcome? outcome)
    {
        run.LetGo(isOver: run.MadeLock); // deletes the lock if this attempt made it
        return Refused(StepLogErrorReason.AlreadyEnded, run.SegmentPath(1), $"the run was ended{(outcome is null ? "" : $" ({outcome})")}, and an ended run cannot be resumed. Start a new one.");
    }

    // Null if a line is not the intent that the call's entry describes.
    private static List<IntentStep>? OpenIntents(RunFiles run, List<LogSegment> segments, Dictionary<ulong, OpenCall> calls)
    {
        var reader = new StepReader(null, new BlobSource(run.OpenNamed));
        var intents = new List<IntentStep>();
        foreach (var (span, call) in calls.OrderBy(c => c.Value.Step))
        {
            if (call.Offset < 0 || segments.Find(s => s.Number == call.Segment) is not { } segment)
            {
                return null;
            }

            using var stream = segment.Read(run.Files);
            Skip(stream, call.Offset);
            using var lines = new LineScanner(stream);
            if (!lines.Next() || !lines.IsComplete || lines.IsTooLong || Intent(reader, lines.Line.ToArray()) is not { } intent
                || intent.Number != call.Step || intent.SpanId != span.ToString("x16", CultureInfo.InvariantCulture))
            {
                return null;
            }

            intents.Add(intent);
        }

        return intents;
    }

    private static IntentStep? Intent(StepReader reader, byte[] line)
    {
        try
        {
            return reader.Read(line) as IntentStep;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Skip(Stream stream, long bytes)
    {
        if (stream is LogFileStream)
        {
            stream.Position = bytes;
            return;
        }

        var buffer = new byte[64 * 1024];
        for (int read; bytes > 0 && (read = stream.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length))) > 0; bytes -= read)
        {
        }
    }

    private static StepLogException Refused(StepLogErrorReason reason, string path, string why, Exception? cause = null) => new(reason, $"Cannot resume the step log \"{path}\": {why}", cause);
}
