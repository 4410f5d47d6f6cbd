using System.Globalization;
using System.Text;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>What the comparison of the whole corpus came to.</summary>
internal sealed class CorpusResult
{
    private readonly int _signatures;
    private readonly int _calls;
    private readonly List<Difference> _differences;

    private CorpusResult(int signatures, int calls, List<Difference> differences)
    {
        _signatures = signatures;
        _calls = calls;
        _differences = differences;
        Declared = differences.Where(static d => Reasons.For(d) is not null).ToLookup(static d => Reasons.For(d)!);
        Undeclared = [.. differences.Where(static d => Reasons.For(d) is null)];
    }

    public ILookup<Reason, Difference> Declared { get; }

    public IReadOnlyList<Difference> Undeclared { get; }

    /// <summary>The figures, in a sentence.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{_signatures} signatures were compared. Name, description and schemas are equal for {_signatures - Told} of them, and differ for {Told}. "
        + $"Of {_calls} calls, {_calls - Called} have the same result, and {Called} do not. There are {_differences.Count} differences, for {Reasons.All.Count} reasons.");

    private int Told => _differences.Where(static d => !d.IsCall).Select(static d => d.Signature).Distinct().Count();

    private int Called => _differences.Count(static d => d.IsCall);

    public static async Task<CorpusResult> Run()
    {
        var differences = new List<Difference>();
        var (signatures, calls) = (0, 0);
        foreach (var (signature, method, table) in CorpusProgram.Build())
        {
            var comparison = new Comparison(signature, method, table);
            differences.AddRange(await comparison.Run());
            signatures++;
            calls += comparison.Calls;
        }

        return new(signatures, calls, differences);
    }

    /// <summary>Every difference, below its reason.</summary>
    public string Text()
    {
        var text = new StringBuilder("# Signature, aspect, place or arguments: theirs → ours. Written by ConformanceTests; UPDATE_SNAPSHOTS=1 accepts a change.\n");
        foreach (var reason in Reasons.All)
        {
            text.Append("\n## ").Append(reason.What).Append('\n');
            foreach (var difference in Declared[reason])
            {
                text.Append(difference).Append('\n');
            }
        }

        return text.ToString();
    }
}
