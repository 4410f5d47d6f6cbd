using System.Reflection;
using AgentStepLog.Generators.Tests.Matrix.Lists;
using AgentStepLog.Generators.Tests.Matrix.Runtime;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>All groups, compiled twice: as a plain program and as a recorded one.</summary>
internal sealed class MatrixProgram
{
    private readonly MatrixContext _plain;
    private readonly MatrixContext _recorded;
    private readonly ILookup<string, (int Line, string Rule)> _reports;
    private readonly Dictionary<string, string[]> _lines;

    private MatrixProgram(MatrixContext plain, MatrixContext recorded, ILookup<string, (int, string)> reports, Dictionary<string, string[]> lines)
    {
        _plain = plain;
        _recorded = recorded;
        _reports = reports;
        _lines = lines;
    }

    public static async Task<MatrixProgram> Build(IReadOnlyList<Group> groups, Action<string> progress)
    {
        var topLevel = Cells(groups, CallerPlace.TopLevel);
        var others = Cells(groups, CallerPlace.OtherAssembly);
        var shared = new[] { ("Shared.cs", GroupSource.Shared), ("Program.cs", GroupSource.WriteTopLevel(topLevel.Select(c => (c.Group, c.Route)))) };
        var otherFiles = others.Select(c => ($"{c.Group.Other}.cs", GroupSource.WriteOther(c.Group, c.Route))).ToList();
        var sources = groups.Select(g => ($"{g.Namespace}.cs", GroupSource.Write(g, isPlain: false))).Concat(shared).ToList();

        var plain = MatrixCompiler.Emit(MatrixCompiler.Compile(
            "Matrix", groups.Select(g => ($"{g.Namespace}.cs", GroupSource.Write(g, isPlain: true))).Concat(shared), OutputKind.ConsoleApplication));
        progress($"plain: {groups.Sum(g => g.Calls.Count())} calls of {groups.Count} methods");
        var plainOther = MatrixCompiler.Emit(MatrixCompiler.Compile(
            "Other", otherFiles, OutputKind.DynamicallyLinkedLibrary, MetadataReference.CreateFromImage(plain)));

        var finished = MatrixCompiler.Generate(MatrixCompiler.Compile("Matrix", sources, OutputKind.ConsoleApplication));
        progress("generated");
        var main = MatrixCompiler.Emit(finished);
        progress("emitted");
        var finishedOther = MatrixCompiler.Generate(MatrixCompiler.Compile(
            "Other", otherFiles, OutputKind.DynamicallyLinkedLibrary, MetadataReference.CreateFromImage(main)));
        var other = MatrixCompiler.Emit(finishedOther);
        progress("other");
        var reports = (await MatrixCompiler.Analyze(finished)).Concat(await MatrixCompiler.Analyze(finishedOther))
            .SelectMany(static g => g.Select(r => (g.Key, Report: r)))
            .ToLookup(static r => r.Key, static r => r.Report);
        progress("analysed");
        return new(
            new(plain, plainOther),
            new(main, other),
            reports,
            sources.Concat(otherFiles).ToDictionary(static f => f.Item1, static f => f.Item2.Split('\n')));
    }

    /// <summary>
    /// Those of the methods without a body that stay without one, because the generator refuses them. The compiler does not
    /// take them (CS8795), so that they cannot be part of the program; each with the rules that say why.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Group, string>> LeftWithoutBody(IEnumerable<Group> groups)
    {
        var owned = groups.Where(static g => g.Shape.IsCalleeOwned).ToDictionary(static g => g.Namespace + ".cs");
        var finished = MatrixCompiler.Generate(MatrixCompiler.Compile(
            "Matrix",
            owned.Values.Select(static g => (g.Namespace + ".cs", GroupSource.Write(g, isPlain: false))).Append(("Shared.cs", GroupSource.Shared)),
            OutputKind.DynamicallyLinkedLibrary));
        var bodiless = finished.GetDeclarationDiagnostics(TestContext.Current.CancellationToken)
            .Where(static d => d.Id == "CS8795")
            .Select(static d => Path.GetFileName(d.Location.SourceTree!.FilePath))
            .ToHashSet();
        var reports = await MatrixCompiler.Analyze(finished);
        return bodiless.ToDictionary(
            file => owned[file],
            file => string.Join(' ', reports[file].Select(static r => r.Rule).Where(static r => r is "ASL2004" or "ASL3002").Distinct().Order(StringComparer.Ordinal)));
    }

    /// <summary>The cell's caller, in the plain program or in the recorded one.</summary>
    public Func<Ending, object?> Caller(Cell cell, bool isRecorded)
    {
        var context = isRecorded ? _recorded : _plain;
        var (group, route) = (cell.Group, cell.Route);
        if (route.Place == CallerPlace.TopLevel)
        {
            return mode =>
            {
                (Work.TopLevelCell, Work.TopLevelMode, Work.TopLevelResult) = (group.Number, mode, null);
                context.Main([]);
                return Work.TopLevelResult;
            };
        }

        var method = context.Find(route.Place == CallerPlace.OtherAssembly ? group.Other : group.Namespace, route.Id);
        Assert.True(method is not null, $"{cell}: no caller.");
        return method.CreateDelegate<Func<Ending, object?>>();
    }

    /// <summary>The table that has the group's method; null if it stands in none.</summary>
    public ToolTable? Table(Group group)
    {
        var tools = _recorded.Find(group.Namespace, "AgentTools");
        if (tools is null)
        {
            return null;
        }

        var target = _recorded.Find(group.Namespace, "target")?.Invoke(null, [Ending.Return]);
        Assert.True(tools.GetParameters().Length == 0 || target is not null, $"{group}: the table wants an object.");
        return (ToolTable?)tools.Invoke(null, tools.GetParameters().Length == 0 ? [] : [target]);
    }

    /// <summary>The rules that speak of the cell's call.</summary>
    public IReadOnlyList<string> AtCall(Cell cell) => Reports(cell, isAtCall: true);

    /// <summary>The rules that speak of the cell's method, or of any call in its type that is no cell.</summary>
    public IReadOnlyList<string> AtMethod(Group group) => Reports(new(group, Routes.Direct), isAtCall: false);

    private string[] Reports(Cell cell, bool isAtCall)
    {
        var file = cell.Route.Place switch
        {
            CallerPlace.TopLevel when isAtCall => "Program.cs",
            CallerPlace.OtherAssembly when isAtCall => cell.Group.Other + ".cs",
            _ => cell.Group.Namespace + ".cs",
        };
        var marks = cell.Route.Place == CallerPlace.TopLevel
            ? [$"case {cell.Group.Number}:"]
            : new[] { $"R_{cell.Route.Id}(" };
        return [.. _reports[file]
            .Where(r => isAtCall == (isAtCall ? marks.Any(m => Line(file, r.Line).Contains(m, StringComparison.Ordinal)) : Line(file, r.Line).Contains("R_", StringComparison.Ordinal)))
            .Select(static r => r.Rule).Distinct().Order(StringComparer.Ordinal)];
    }

    private string Line(string file, int line) => _lines[file][line];

    private static List<Cell> Cells(IReadOnlyList<Group> groups, CallerPlace place) =>
        [.. groups.SelectMany(g => g.Calls.Where(r => r.Place == place).Select(r => new Cell(g, r)))];
}
