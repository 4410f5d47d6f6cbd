using System.Runtime.CompilerServices;
using System.Text;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>The figures and the reasons, as they stand in docs/conformance.md between two marks.</summary>
internal static class ConformancePage
{
    private const string Begin = "<!-- conformance: written by ConformanceTests -->\n";
    private const string End = "<!-- /conformance -->";

    public static string Table(CorpusResult result)
    {
        var text = new StringBuilder(result.Summary).Append("\n\n| what | there | here | why | differences | for example |\n|---|---|---|---|---|---|\n");
        foreach (var reason in Reasons.All)
        {
            var found = result.Declared[reason].ToList();
            text.Append("| ").AppendJoin(" | ", reason.What, reason.There, reason.Here, reason.Why, found.Count, $"`{found[0].Signature}`").Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>The page holds this; UPDATE_SNAPSHOTS=1 writes it there.</summary>
    public static void Verify(string table, [CallerFilePath] string file = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/conformance.md"));
        var page = File.ReadAllText(path);
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(from >= Begin.Length && to >= from, "docs/conformance.md lacks the marks of the corpus.");
        var expected = page[..from] + table + page[to..];
        if (page == expected)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Fail($"docs/conformance.md does not say what the corpus says. UPDATE_SNAPSHOTS=1 writes it.\n{Snapshot.FirstDifference(page, expected)}");
    }
}
