using System.IO.Compression;
using System.Security.Cryptography;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Subjects;
using AgentStepLog.FaultTests.Work;
using AgentStepLog.Files;
using AgentStepLog.Retention;

namespace AgentStepLog.FaultTests.Retention;

/// <summary>
/// Each call to the system that it takes to drop runs fails once, in each way. A run is whole then, with its key, or no log any more; and the next call ends what this one began. Each run has a key
/// of its own.
/// </summary>
public sealed class RetentionOrdinalTests
{
    private const int MinCalls = 60;

    // No run names it, and it is old.
    private static readonly byte[] s_unneeded = "{\"tools\":[]}"u8.ToArray();
    private static readonly string s_unneededName = Path.Combine("manifests", Convert.ToHexStringLower(SHA256.HashData(s_unneeded)) + ".json");

    private readonly Keys _keys = new();

    [Fact]
    public void Fails_and_leaves_each_run_whole_or_gone_and_the_next_call_does_the_rest()
    {
        using var directory = new TemporaryDirectory(inMemory: true);
        var runs = Runs(directory.Path);
        Apply(directory.Path, new(), static _ => null, out var report);
        Restore(directory.Path, runs);
        var (younger, youngest) = (report!.Kept[1].LastRecord!.Value, report.Kept[2].LastRecord!.Value);
        var policy = new RetentionPolicy { MaxAge = (youngest - younger) / 2, TimeProvider = new At(youngest), KeyRing = _keys };
        var plain = Apply(directory.Path, policy, static _ => null, out report);
        Assert.Equal(["a", "b"], report!.Dropped.Select(static run => run.RunId));
        Assert.Single(report.DroppedManifests);
        Assert.Equal(["run:c"], _keys.Subjects);
        Assert.All(Names(directory.Path), static name => Assert.True(IsKept(name), name));
        Assert.InRange(plain.Calls.Count, MinCalls, 10_000);

        var (wrong, injected) = (new List<string>(), 0);
        foreach (var fault in Enum.GetValues<Fault>())
        {
            foreach (var ordinal in Sweeps.Ordinals(plain.Calls, (int)fault))
            {
                if (fault == Fault.Short && plain.Calls[ordinal] != "read")
                {
                    continue;
                }

                Restore(directory.Path, runs);
                var files = Apply(directory.Path, policy, n => n == ordinal ? fault : null, out report);
                Assert.True(files.Injected.Count == 1, $"Ordinal {ordinal} ({plain.Calls[ordinal]}) was never reached.");
                injected++;
                wrong.AddRange(Flaws(directory.Path, runs, report).Select(flaw => $"{files.Injected[0]}: {flaw}"));

                Apply(directory.Path, policy, static _ => null, out report);
                wrong.AddRange(report is null ? [$"{files.Injected[0]}: the next call fails, too"] : []);
                wrong.AddRange(_keys.Subjects.SequenceEqual(["run:c"]) ? [] : [$"{files.Injected[0]}: there are the keys of {string.Join(", ", _keys.Subjects)} in the end"]);
                wrong.AddRange(Names(directory.Path).Where(name => !IsKept(name) && !name.EndsWith(".lock", StringComparison.Ordinal) && !IsYoung(directory.Path, name)).Select(name => $"{files.Injected[0]}: {name} stays for ever"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{plain.Calls.Count} calls, {injected} faults");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations in {injected} faults:\n{string.Join("\n", wrong.Take(12))}");
        Assert.True(injected > 0);
    }

    private IEnumerable<string> Flaws(string directory, Dictionary<string, byte[]> runs, RetentionReport? report)
    {
        foreach (var run in new[] { "a", "b", "c" })
        {
            var own = runs.Where(file => file.Key.StartsWith(run + ".", StringComparison.Ordinal)).ToList();
            var first = own.Select(static file => file.Key).First(static name => name.EndsWith(".jsonl", StringComparison.Ordinal) && name.Count(static c => c == '.') == 1 || name.EndsWith(".jsonl.gz", StringComparison.Ordinal));
            var isLog = File.Exists(Path.Combine(directory, first));
            if (isLog && own.Find(file => !File.Exists(Path.Combine(directory, file.Key)) || !File.ReadAllBytes(Path.Combine(directory, file.Key)).AsSpan().SequenceEqual(file.Value)) is { Key: { } half })
            {
                yield return $"{half} is gone, and {first} is there";
            }

            if (isLog && run == "c" && StepLogVerifier.Verify(Path.Combine(directory, first)) is { Verdict: not Verdict.SelfConsistent } verified)
            {
                yield return $"{run}: {verified.Message}";
            }

            if (!_keys.Subjects.Contains("run:" + run) && own.Find(file => File.Exists(Path.Combine(directory, file.Key))) is { Key: { } rest })
            {
                yield return $"the key of {run} is erased, and {rest} is there";
            }

            if (!isLog && run == "c")
            {
                yield return "c was to be kept";
            }

            if (report?.Dropped.Any(dropped => dropped.RunId == run) == true && isLog)
            {
                yield return $"{run} is there, and was reported as dropped";
            }

            if (report?.Kept.Any(kept => kept.RunId == run) == true && !isLog)
            {
                yield return $"{run} is no log any more, and was reported as kept";
            }
        }
    }

    private static bool IsKept(string name) => name.StartsWith("c.", StringComparison.Ordinal) || (name.StartsWith("manifests", StringComparison.Ordinal) && name != s_unneededName);

    // What a call was interrupted with is put back, and kept for an hour more.
    private static bool IsYoung(string directory, string name) =>
        name == s_unneededName && DateTime.UtcNow - File.GetLastWriteTimeUtc(Path.Combine(directory, name)) < SharedDocuments.KeptFor;

    private static FaultLayer Apply(string directory, RetentionPolicy policy, Func<int, Fault?> plan, out RetentionReport? report)
    {
        var files = new FaultLayer(DiskFiles.Instance, plan);
        try
        {
            report = new RetentionSweep(files, directory, policy).Run();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report = null; // which StepLogRetention.Apply says in its own words
        }

        return files;
    }

    // Three runs of several files, with blobs and heads; the first file of the oldest is compressed.
    private Dictionary<string, byte[]> Runs(string directory)
    {
        foreach (var run in new[] { "a", "b", "c" })
        {
            using var log = StepLog.Start(directory, new() { RunId = run, SegmentBytes = 64 * 1024, KeyRing = _keys });
            for (var label = 0; label < 4; label++)
            {
                WorkTools.Say(label, 20_000);
            }

            WorkTools.Say(4, 40_000);
            log.Complete();
        }

        var first = Path.Combine(directory, "a.jsonl");
        using (var packed = new GZipStream(File.Create(first + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(first));
        }

        File.Delete(first);
        File.WriteAllBytes(Path.Combine(directory, s_unneededName), s_unneeded);
        Age(directory);
        return Names(directory).ToDictionary(static name => name, name => File.ReadAllBytes(Path.Combine(directory, name)), StringComparer.Ordinal);
    }

    private void Restore(string directory, Dictionary<string, byte[]> runs)
    {
        _keys.Subjects.UnionWith(["run:a", "run:b", "run:c"]);
        foreach (var (name, content) in runs)
        {
            var path = Path.Combine(directory, name);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }
        }

        Age(directory);
    }

    private static void Age(string directory)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(directory, "manifests")))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - (SharedDocuments.KeptFor * 2));
        }
    }

    private static List<string> Names(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(directory, path)).Order(StringComparer.Ordinal)];

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Keys : KeyRing
    {
        public SortedSet<string> Subjects { get; } = new(StringComparer.Ordinal);

        public override bool Erase(string subject) => Subjects.Remove(subject);

        protected override bool TryDerive(string subject, string runId, bool create, Span<byte> key)
        {
            key.Fill(7);
            return Subjects.Contains(subject) || (create && Subjects.Add(subject));
        }
    }
}
