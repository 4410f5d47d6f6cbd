using System.Diagnostics;
using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>All that is asked of one mutant.</summary>
internal sealed class MutantCheck(Mutant mutant)
{
    // However slow the machine: what takes longer hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>What the verifier said: a verdict, or that it refused.</summary>
    public string Verdict { get; private set; } = "";

    /// <param name="hang">What takes longer, three times in a row, is too slow.</param>
    /// <param name="bytes">The most that one thread may allocate for one answer.</param>
    public void Run(TimeSpan hang, long bytes)
    {
        // A thread of its own, so that one that hangs fails the test and nothing else.
        Exception? broken = null;
        var thread = new Thread(() =>
        {
            try
            {
                Check(hang, bytes);
            }
            catch (Exception e)
            {
                broken = e;
            }
        }) { IsBackground = true };
        thread.Start();
        if (!thread.Join(s_patience))
        {
            _failures.Add("hangs"); return;
        }

        if (broken is not null)
        {
            throw new InvalidOperationException($"{mutant.What}: {broken.Message}", broken);
        }
    }

    private void Check(TimeSpan hang, long bytes)
    {
        using var directory = new TempDirectory();
        mutant.Image.WriteTo(directory.Path);
        var path = directory.In(mutant.Path);
        var found = Asked("Verify", hang, bytes, () => StepLogVerifier.Verify(path, cores: 1));
        Verdict = found?.Verdict.ToString() ?? "refused";
        if (found is null ? !mutant.MayBeRefused : !mutant.Allows(found.Verdict))
        {
            _failures.Add(found is null ? "refused" : $"{found.Verdict}, at least {mutant.AtLeast}, at most {mutant.AtMost}: {found.Message}");
        }

        if (found is { Verdict: not (AgentStepLog.Verdict.SelfConsistent or AgentStepLog.Verdict.BlobMissing or AgentStepLog.Verdict.BlobAltered), BadStep: null } && !found.Message.Contains("passed over", StringComparison.Ordinal)
            && !found.Message.Contains("knew of", StringComparison.Ordinal))
        {
            _failures.Add($"no bad step: {found.Message}");
        }

        var blocks = Asked("Verify, in blocks", hang, long.MaxValue, () => Blocks(path));
        Same("in blocks", found, blocks);
        Streams(directory, found, hang, bytes);
        Read(path, found, hang, bytes);
        Resume(directory, path, found, hang, bytes);
        Retain(hang, bytes);
    }

    private static Verification Blocks(string path)
    {
        using var stream = RunStream.Open(path);
        return new LogCheck(stream, runId => BlobSource.InFolder(stream.Named, runId), stream, cores: 2, blockSize: 700).Run();
    }

    // The plain files one after the other, as a stream that somebody hands over: whole, in pieces and in blocks.
    private void Streams(TempDirectory directory, Verification? found, TimeSpan hang, long bytes)
    {
        var names = mutant.Image.Files.Keys.Where(name => name.StartsWith(SampleRun.Id + ".", StringComparison.Ordinal) && name.EndsWith(".jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var log = names.OrderBy(name => name.Length).SelectMany(name => mutant.Image.Files[name]).ToArray();
        var blobs = BlobSource.InFolder(directory.In(SampleRun.Id + ".jsonl"), SampleRun.Id);
        var whole = Asked("Verify a stream", hang, bytes, () => StepLogVerifier.Verify(new MemoryStream(log), blobs, cores: 1));
        var pieces = Asked("Verify a stream in pieces", hang, long.MaxValue, () => new LogCheck(new TrickleStream(log, 37), _ => blobs, cores: 2, blockSize: 900).Run());
        Same("a stream in pieces", whole, pieces);
        if (whole is null)
        {
            _failures.Add("a stream is refused");
        }

        Asked("Parse", hang, bytes, () => StepLogFile.Parse(log, blobs: blobs));
        _ = found;
    }

    private void Read(string path, Verification? found, TimeSpan hang, long bytes)
    {
        var read = Asked("Read", hang, bytes, () =>
        {
            var file = StepLogFile.Read(path);
            foreach (var call in file.Steps.OfType<CallStep>())
            {
                _ = call.InputJson.ToString().Length + call.OutputJson.ToString().Length;
            }

            return file;
        });
        if (read is null && found is not null && found.Lines > 0 && !mutant.MayBeRefused)
        {
            _failures.Add("is verified and cannot be read");
        }

        var lines = mutant.Image.Files.Where(file => file.Key.StartsWith(SampleRun.Id + ".", StringComparison.Ordinal) && file.Key.Contains(".jsonl", StringComparison.Ordinal))
            .Sum(file => Encoding.Latin1.GetString(file.Value).Count(c => c == '\n') * (file.Key.EndsWith(".gz", StringComparison.Ordinal) ? 0 : 1));
        if (read is { Damage: null } && read.Steps.Count < lines && !mutant.IsHidden)
        {
            _failures.Add($"{read.Steps.Count} of {lines} lines are read, and no damage is told");
        }
    }

    private void Resume(TempDirectory directory, string path, Verification? found, TimeSpan hang, long bytes)
    {
        var said = "";
        var isResumed = Asked("Resume", hang, bytes, () =>
        {
            try
            {
                using var log = StepLog.Resume(path, new StepLogOptions());
                log.Complete();
                return "resumed";
            }
            catch (StepLogException e)
            {
                said = e.Message;
                throw;
            }
        }, again: () => Anew(directory)) is not null;
        if (!isResumed)
        {
            if (!mutant.Image.IsIn(directory))
            {
                _failures.Add($"was refused, and the directory is another: {said}");
            }

            return;
        }

        // What a crash leaves is taken out; nothing else is made better by going on.
        var after = StepLogVerifier.Verify(path);
        if (found is null || (found.Verdict != AgentStepLog.Verdict.Torn && Mutant.Weight(after.Verdict) < Mutant.Weight(found.Verdict)) || after.Lines < found.Lines)
        {
            _failures.Add($"was gone on with: {found?.Message} After that: {after.Message}");
        }
    }

    private void Retain(TimeSpan hang, long bytes)
    {
        using var directory = new TempDirectory();
        mutant.Image.WriteTo(directory.Path);
        var report = Asked("Apply", hang, bytes, () => StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0 }), again: () => Anew(directory));
        if (report is null || !report.Dropped.Any(run => run.RunId == SampleRun.Beside))
        {
            _failures.Add("the run beside it was not dropped");
        }

        if (Mutant.Weight(mutant.AtLeast) >= Mutant.Weight(AgentStepLog.Verdict.Torn) && report?.Dropped.Any(run => run.RunId == SampleRun.Id) == true)
        {
            _failures.Add("was dropped, though it does not verify");
        }
    }

    private void Same(string how, Verification? one, Verification? other)
    {
        if (one != other)
        {
            _failures.Add($"{how}: {other?.Message ?? "refused"} In one pass: {one?.Message ?? "refused"}");
        }
    }

    // Resume and Apply change what they look at.
    private void Anew(TempDirectory directory)
    {
        Directory.Delete(directory.Path, recursive: true);
        mutant.Image.WriteTo(directory.Path);
    }

    // Null where it was refused, by the exception that the documentation names. What was too slow is asked again, since the machine may have been.
    private T? Asked<T>(string what, TimeSpan hang, long bytes, Func<T> ask, Action? again = null)
        where T : class
    {
        T? answer = null;
        for (var attempt = 0; ; attempt++)
        {
            var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                answer = ask();
            }
            catch (StepLogException)
            {
                answer = null;
            }
            catch (Exception e)
            {
                _failures.Add($"{what} throws {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}");
            }

            if (GC.GetAllocatedBytesForCurrentThread() - before is var allocated && allocated > bytes)
            {
                _failures.Add($"{what} takes {allocated} bytes");
            }

            var taken = Stopwatch.GetElapsedTime(began);
            if (taken <= hang)
            {
                return answer;
            }

            if (attempt == 2)
            {
                _failures.Add($"{what} takes {taken}");
                return answer;
            }

            again?.Invoke();
        }
    }
}
