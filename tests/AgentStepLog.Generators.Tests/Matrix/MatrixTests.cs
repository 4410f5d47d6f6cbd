using System.Diagnostics;
using AgentStepLog.Generators.Tests.Matrix.Building;
using AgentStepLog.Generators.Tests.Matrix.Lists;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Matrix;

/// <summary>Every shape of method × result × way to call, and every kind of parameter × shape: compiled, and run.</summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_cell_is_recorded_once_and_right_or_named_by_a_rule()
    {
        var watch = Stopwatch.StartNew();
        // While one looks into a cell: only the groups whose name has this in it.
        var only = Environment.GetEnvironmentVariable("MATRIX_ONLY");
        var isWhole = only is null && Sweeps.AreFull;
        var groups = Groups().Where(g => g.Forbidden is null && (only is null ? g.Number % Sweeps.Step(3) == 0 : g.ToString().Contains(only, StringComparison.Ordinal))).ToList();
        var bodiless = await MatrixProgram.LeftWithoutBody(groups);
        Assert.All(bodiless, static left => Assert.False(left.Value.Length == 0, $"{left.Key}: left without a body, and no rule that says why"));
        groups = [.. groups.Where(g => !bodiless.ContainsKey(g))];
        var program = await MatrixProgram.Build(groups, step => output.WriteLine($"{Environment.CpuUsage.TotalTime.TotalSeconds:F1} s of CPU: {step}"));
        output.WriteLine($"built {groups.Count} groups in {watch.Elapsed.TotalSeconds:F1} s");
        var failures = new List<string>();
        var claims = bodiless.ToDictionary(static left => new Cell(left.Key, Routes.Direct), static left => left.Value + " CS8795");
        foreach (var cell in groups.SelectMany(g => g.Calls.Select(r => new Cell(g, r))))
        {
            var run = new CellRun(program, cell);
            claims[cell] = await run.Run();
            failures.AddRange(run.Failures);
        }

        output.WriteLine($"{claims.Count} cells ran after {watch.Elapsed.TotalSeconds:F1} s.");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n" + string.Join("\n", Digest(failures)));
        if (isWhole)
        {
            var all = new Claims([.. groups, .. bodiless.Keys.OrderBy(static g => g.Number)], claims);
            output.WriteLine($"{all.Recorded} cells recorded, {all.Refused} refused, {all.Impossible} impossible");
            Snapshot.Verify(all.Text());
            CoveragePage.Verify(CoveragePage.Tables(all));
        }
    }

    // The same sentence over many cells is one fault: the first cell and the count say enough.
    private static IEnumerable<string> Digest(List<string> failures) => failures
        .GroupBy(static f => f[(f.IndexOf("): ", StringComparison.Ordinal) + 3)..].Replace('\n', ' '))
        .Select(static g => $"{g.Count()} × {g.First()}")
        .Take(60);

    private static IEnumerable<Group> Groups()
    {
        var number = 0;
        foreach (var shape in Shapes.All)
        {
            foreach (var result in Returns.All.Where(r => shape.IsChief || !r.IsVariant))
            {
                yield return new(number++, shape, result, ParameterKinds.Plain);
            }
        }

        foreach (var shape in Shapes.WithParameters)
        {
            foreach (var kind in ParameterKinds.All)
            {
                yield return new(number++, shape, Returns.Int, kind);
                if (shape == TypeShapes.Instance)
                {
                    yield return new(number++, shape, Returns.TaskOfInt, kind);
                }
            }
        }
    }
}
