using System.IO.Compression;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.FaultTests.Work;

namespace AgentStepLog.FaultTests.Resuming;

/// <summary>
/// Each call to the system that going on with a run takes fails: once, or from then on. Nothing is lost that was there, and what is left is gone on with
/// a moment later, on a disk that works again.
/// </summary>
public sealed class ResumeOrdinalTests
{
    private const int MinCalls = 40;
    private const string Head = $"{FaultRun.Directory}/{FaultRun.RunId}.head";
    private const string First = $"{FaultRun.Directory}/{FaultRun.RunId}.jsonl";

    /// <summary>What the crash left beside the torn end of the last file.</summary>
    public enum Left
    {
        /// <summary>No head.</summary>
        Nothing,

        /// <summary>The head that was written last.</summary>
        Head,

        /// <summary>A head, and a first file that was compressed.</summary>
        Packed,
    }

    [Theory]
    [InlineData(nameof(Durability.Written), Left.Nothing)]
    [InlineData(nameof(Durability.Durable), Left.Nothing)]
    [InlineData(nameof(Durability.Written), Left.Head)]
    [InlineData(nameof(Durability.Durable), Left.Packed)]
    public void Fails_once_and_nothing_that_was_there_is_lost(string durability, Left kind) => Sweep(
        Enum.Parse<Durability>(durability), kind, kind == Left.Nothing ? Enum.GetValues<Fault>() : [Fault.NoSpace, Fault.IoAfter, Fault.Interrupted, Fault.Denied], static (fault, ordinal) => n => n == ordinal ? fault : null, injected: 1);

    [Theory]
    [InlineData(nameof(Durability.Written), Left.Head)]
    [InlineData(nameof(Durability.Durable), Left.Nothing)]
    public void Fails_from_then_on_and_nothing_that_was_there_is_lost(string durability, Left kind) => Sweep(
        Enum.Parse<Durability>(durability), kind, [Fault.NoSpace, Fault.ReadOnly], static (fault, ordinal) => n => n >= ordinal ? fault : null);

    [Theory]
    [InlineData(nameof(Durability.Written), Left.Packed)]
    [InlineData(nameof(Durability.Durable), Left.Head)]
    public void Fails_for_seven_calls_and_nothing_that_was_there_is_lost(string durability, Left kind) => Sweep(
        Enum.Parse<Durability>(durability), kind, [Fault.NoSpace, Fault.IoAfter], static (fault, ordinal) => n => n >= ordinal && n < ordinal + 7 ? fault : null);

    private static void Sweep(Durability mode, Left kind, Fault[] faults, Func<Fault, int, Func<int, Fault?>> plan, int? injected = null)
    {
        var (left, before) = Crashed(mode, kind);
        var plain = ResumedRun.Of(mode, left, static _ => null, before);
        Assert.Null(plain.Refusal);
        Assert.Empty(plain.Violations());
        Assert.InRange(plain.Files.Calls.Count, MinCalls, 10_000);

        var (wrong, refused, runs) = (new List<string>(), 0, 0);
        foreach (var fault in faults)
        {
            foreach (var ordinal in Sweeps.Ordinals(plain.Files.Calls, (int)fault))
            {
                if (fault == Fault.Short && plain.Files.Calls[ordinal] is not ("write" or "read"))
                {
                    continue;
                }

                runs++;
                var run = ResumedRun.Of(mode, left, plan(fault, ordinal), before);
                Assert.True(run.Files.Injected.Count > 0 && (injected ?? run.Files.Injected.Count) == run.Files.Injected.Count, $"Ordinal {ordinal} ({plain.Files.Calls[ordinal]}) was never reached.");
                var violations = run.Violations();
                refused += run.Refusal is null ? 0 : 1;
                violations.AddRange(fault is Fault.Interrupted or Fault.Short && run.Refusal is not null ? ["refused, though nothing failed: " + run.Refusal.Message] : []);
                if (!run.HasEnd)
                {
                    // What is there by now is to stay.
                    var again = ResumedRun.Of(mode, run.After, static _ => null, Survivors.Read(run.After, FaultRun.Directory, FaultRun.RunId).Records);
                    violations.AddRange(again.Violations().Select(static v => "resumed again: " + v));
                    violations.AddRange(again.Refusal is { } refusal ? ["refused again: " + refusal.Message] : []);
                    violations.AddRange(before.Except(Survivors.Read(again.After, FaultRun.Directory, FaultRun.RunId).Records).Select(static gone => gone + " was there before"));
                }

                wrong.AddRange(violations.Select(v => $"{run.Files.Injected[0]}: {v}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{mode}, {kind}: {plain.Files.Calls.Count} calls, {runs} runs with faults, {refused} refusals");
        Assert.True(wrong.Count == 0, $"{wrong.Count} violations in {runs} runs:\n{string.Join("\n", wrong.Take(12).Select(static w => w.Length > 500 ? w[..500] : w))}");
        Assert.True(refused > 0);
    }

    // Killed in the middle of a line of its last file.
    private static (Dictionary<string, byte[]> Left, List<string> Before) Crashed(Durability durability, Left kind)
    {
        byte[]? head = null;
        var run = FaultRun.Of(
            durability,
            script =>
            {
                script.Half();
                head = script.Files[Head];
            },
            static _ => null,
            out var left);
        Assert.Empty(run.Violations());
        var last = left.Keys.Where(static path => path.EndsWith(".jsonl", StringComparison.Ordinal)).MaxBy(static path => (path.Length, path))!;
        Assert.NotEqual(First, last);
        left[last] = left[last][..(left[last].Length - 300)]; // of run_end
        left.Remove(Head);
        if (kind != Left.Nothing)
        {
            left[Head] = head!;
        }

        if (kind == Left.Packed)
        {
            left.Remove(First, out var first);
            left[First + ".gz"] = Packed(first!);
        }

        return (left, Survivors.Read(left, FaultRun.Directory, FaultRun.RunId).Records);
    }

    private static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(content);
        }

        return packed.ToArray();
    }
}
