using System.Runtime.CompilerServices;
using System.Text;
using AgentStepLog.Generators.Tests.Matrix.Lists;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>The tables of the claims, as they stand in docs/coverage.md between two marks.</summary>
internal static class CoveragePage
{
    private const string Begin = "<!-- matrix: written by MatrixTests -->\n";
    private const string End = "<!-- /matrix -->";

    public static string Tables(Claims claims)
    {
        var text = new StringBuilder();
        text.Append(Cultural($"{claims.Recorded} cells are recorded, {claims.Refused} are refused and named by a rule, {claims.Impossible} are not built.\n"));
        text.Append("\n### Shapes and results, called directly\n\n");
        Table(text, "shape", Returns.All.Select(static r => r.Name), Shapes.All.Select(s =>
            (s.Name, Returns.All.Select(r => claims.Find(s, r, ParameterKinds.Plain) is { } g ? claims.Of(g, Routes.Direct) : s.Forbids(r) is null ? "" : "—"))));
        text.Append("\n### Shapes and ways to call, with the result `int`\n\n");
        Table(text, "shape", Routes.All.Select(static r => r.Name), Shapes.All.Select(s =>
            (s.Name, Routes.All.Select(r => claims.Find(s, Returns.Int, ParameterKinds.Plain) is { } g ? claims.Of(g, r) : "—"))));
        text.Append("\n### Parameters and shapes, called directly, with the result `int`\n\n");
        Table(text, "parameter", Shapes.WithParameters.Select(static s => s.Name), ParameterKinds.All.Select(k =>
            (k.Name, Shapes.WithParameters.Select(s => claims.Find(s, Returns.Int, k) is { } g ? claims.Of(g, Routes.Direct) : "—"))));
        text.Append("\n### Why a cell is not built\n\n");
        text.Append("| reason | cells |\n|---|---|\n");
        foreach (var (reason, cells) in claims.Reasons())
        {
            text.Append(Cultural($"| {reason} | {cells} |\n"));
        }

        return text.ToString();
    }

    /// <summary>The page holds these tables; UPDATE_SNAPSHOTS=1 writes them there.</summary>
    public static void Verify(string tables, [CallerFilePath] string file = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/coverage.md"));
        var page = File.ReadAllText(path);
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(from >= Begin.Length && to >= from, "docs/coverage.md lacks the marks of the matrix.");
        var expected = page[..from] + tables + page[to..];
        if (page == expected)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Fail($"docs/coverage.md does not say what the matrix says. UPDATE_SNAPSHOTS=1 writes it.\n{Snapshot.FirstDifference(page, expected)}");
    }

    private static void Table(StringBuilder text, string corner, IEnumerable<string> columns, IEnumerable<(string Name, IEnumerable<string> Claims)> rows)
    {
        var names = columns.Select(static c => c.Contains('`', StringComparison.Ordinal) || !c.Contains('<', StringComparison.Ordinal) ? c : $"`{c}`").ToList();
        text.Append("| ").Append(corner).Append(" | ").AppendJoin(" | ", names).Append(" |\n|---|");
        text.Insert(text.Length, "---|", names.Count).Append('\n');
        foreach (var (name, claims) in rows)
        {
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", claims.Select(Mark)).Append(" |\n");
        }
    }

    private static string Mark(string claim) => claim switch
    {
        "direct" => "✓",
        "callee" => "✓ callee",
        "table" => "✓ table",
        "" => "",
        _ => claim,
    };

    private static string Cultural(FormattableString text) => FormattableString.Invariant(text);
}
