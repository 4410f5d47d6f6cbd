using System.Text;
using AgentStepLog.Generators.Tests.Matrix.Lists;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>What is claimed of each cell, as text: the route on which it is recorded, the rule that names it, or why there is no such cell.</summary>
internal sealed class Claims(IReadOnlyList<Group> groups, IReadOnlyDictionary<Cell, string> claims)
{
    private readonly ILookup<Shape, Group> _groups = groups.ToLookup(static g => g.Shape);

    public int Recorded => claims.Values.Count(IsRoute);

    public int Refused => claims.Count - Recorded;

    /// <summary>Cells that no C# can be written for.</summary>
    public int Impossible => groups.Where(static g => g.Parameters == ParameterKinds.Plain).Sum(static g => Routes.All.Count(r => g.ForbiddenBy(r) is not null));

    public static bool IsRoute(string claim) => claim is "direct" or "callee" or "table";

    /// <summary>The claim; a dash where there is no such cell, empty where it is not among those that are run.</summary>
    public string Of(Group group, Route route) =>
        group.ForbiddenBy(route) is not null ? "—" : claims.GetValueOrDefault(new(group, route), "");

    public Group? Find(Shape shape, ReturnKind result, ParameterKind parameters) =>
        _groups[shape].SingleOrDefault(g => g.Result == result && g.Parameters == parameters);

    /// <summary>All claims: the lines of each shape, with the routes that claim alike, and one for its parameters.</summary>
    public string Text()
    {
        var text = new StringBuilder("# What is claimed of each cell. Written by MatrixTests; UPDATE_SNAPSHOTS=1 accepts a change.\n");
        foreach (var shape in _groups)
        {
            text.Append('\n').Append(shape.Key.Name).Append('\n');
            var plain = shape.Where(static g => g.Parameters == ParameterKinds.Plain).ToList();
            var lines = Routes.All.Select(route => (route.Name, Text: Line(plain.Select(g => (g.Result.Name, Of(g, route)))))).Where(static l => l.Text.Length > 0);
            foreach (var same in lines.GroupBy(static l => l.Text))
            {
                text.Append("    ").AppendJoin(", ", same.Select(static l => l.Name)).Append(": ").Append(same.Key).Append('\n');
            }

            foreach (var result in new[] { Returns.Int, Returns.TaskOfInt })
            {
                var line = Line(shape
                    .Where(g => g.Parameters != ParameterKinds.Plain && g.Result == result)
                    .Select(g => (g.Parameters.Name, Of(g, Routes.Direct))));
                text.Append(line.Length == 0 ? "" : $"    parameters, {result.Name}: {line}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The reasons for which there is no cell, each with how many it leaves out.</summary>
    public IEnumerable<(string Reason, int Cells)> Reasons() => groups
        .Where(static g => g.Parameters == ParameterKinds.Plain)
        .SelectMany(static g => Routes.All.Select(r => g.ForbiddenBy(r)).OfType<string>())
        .GroupBy(static r => r)
        .Select(static g => (g.Key, g.Count()))
        .OrderBy(static r => r.Key, StringComparer.Ordinal);

    private static string Line(IEnumerable<(string Column, string Claim)> cells) => string.Join("; ", cells
        .Where(static c => c.Claim is not ("" or "—"))
        .GroupBy(static c => c.Claim)
        .Select(static g => $"{g.Key} [{string.Join(" | ", g.Select(static c => c.Column))}]"));
}
