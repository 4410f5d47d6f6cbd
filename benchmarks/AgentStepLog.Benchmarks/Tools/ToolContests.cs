using AgentStepLog.Benchmarks.Workloads;

namespace AgentStepLog.Benchmarks.Tools;

/// <summary>For each of the five signatures: theirs, ours, and ours while a log is active.</summary>
internal static class ToolContests
{
    private const int Calls = 20_000;

    public static IEnumerable<Contest> All => BenchCall.All.Select(static call =>
    {
        var (theirs, ours) = (TheirTools.Create(call), OurTools.Create(call));
        // Theirs is indented.
        if (TheirTools.Invoke(theirs, call.Json) is var expected && OurTools.Invoke(ours, call.Json) is var actual
            && string.Concat(expected.Where(static c => !char.IsWhiteSpace(c))) != string.Concat(actual.Where(static c => !char.IsWhiteSpace(c))))
        {
            throw new InvalidOperationException($"{call.Tool}: {expected} there, {actual} here.");
        }

        return new Contest(
            $"A tool called with JSON: {call.Title}",
            Calls,
            11,
            new("AIFunction", count => Repeat(count, () => TheirTools.Invoke(theirs, call.Json))),
            new("tool table, no log", count => Repeat(count, () => OurTools.Invoke(ours, call.Json))),
            new("tool table, recorded to a file", count => Recorded(count, () => OurTools.Invoke(ours, call.Json))));
    });

    private static long Recorded(int count, Func<string> call)
    {
        using var folder = new ScratchFolder();
        using var log = StepLog.Start(folder.Path, new() { KeepSteps = 0 });
        var sum = Repeat(count, call);
        log.Complete();
        return sum;
    }

    private static long Repeat(int count, Func<string> call)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += call().Length;
        }

        return sum;
    }
}
