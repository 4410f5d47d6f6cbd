using AgentStepLog.Generators.Emission.Manifest;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Incrementality.Edits;

/// <summary>
/// The project that the tests of this folder edit, one class for each kind of edit. After every edit, what the driver has is
/// what a new driver makes of the same code, and no model holds on to a compilation.
/// </summary>
internal sealed class EditedProject
{
    private static readonly string[] s_steps =
    [
        TrackingNames.Settings, TrackingNames.Methods, TrackingNames.Types, TrackingNames.Shapes,
        TrackingNames.Tables, TrackingNames.Logs, TrackingNames.TypedLogs, TrackingNames.Readers, TrackingNames.Calls, TrackingNames.Interceptors,
    ];

    /// <summary>Every step that asks the compiler what something means, or that follows from one that does.</summary>
    public static readonly string[] Everything = [.. s_steps];

    /// <summary>The models of what is declared: all but calls.</summary>
    public static readonly string[] Declared =
        [TrackingNames.Methods, TrackingNames.Types, TrackingNames.Shapes, TrackingNames.Tables, TrackingNames.Logs, TrackingNames.Readers];

    private readonly Incremental _incremental = new(Source.Compile(
        ("Tools.cs", Source.Usings + """
            public record Spot(string Name);
            public class Tools
            {
                [AgentTool] public Spot Find(string name) { return new(name); }
                public int Plain() { return 1; }
            }
            """),
        ("More.cs", Source.Usings + "public class More { [AgentTool(Name = \"count\")] public int Count(int n) => n; }"),
        ("Values.cs", Source.Usings + "public record Tide(double Height); public class Tides { [AgentTool] public Tide At(Hour hour) => new(hour.Value); }"),
        ("Hour.cs", Source.Usings + "public record Hour(int Value);"),
        ("Calls.cs", Source.Usings + "public class Calls { public object Use(Tools t, More m) {\n return t.Find(\"a\").Name + m.Count(1); } }"),
        ("Other.cs", Source.Usings + "public class Other { public object Use(Tools t) { return t.Find(\"b\"); } }"),
        ("Log.cs", Source.Usings + "[StepLog(typeof(Tools))] public partial class SurfLog;"),
        ("Owned.cs", Source.Usings + "public partial class Owned { [AgentTool] public partial int Measure(string text); private int MeasureCore(string text) { return text.Length; } }"),
        ("Unrelated.cs", Source.Usings + "public class Unrelated { public int N() { return 1; } }")));

    /// <summary>The files that the last edit made anew.</summary>
    /// <summary>The files that the edit wrote anew, but for the manifest, in which every declaration is.</summary>
    public IReadOnlyList<string> Emitted => [.. _incremental.Emitted.Where(static h => h != ManifestEmitter.HintName)];

    public bool WritesManifest => _incremental.Emitted.Contains(ManifestEmitter.HintName);

    public string Text => string.Join("\n", _incremental.Result.GeneratedSources
        .Where(static s => s.HintName != ManifestEmitter.HintName).Select(static s => s.SourceText.ToString()));

    public EditedProject Edit(string file, string old, string @new) => Check(_incremental.Edit(file, old, @new));

    public EditedProject Property(string key, string value) => Check(_incremental.Property(key, value), (key, value));

    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => _incremental.Reasons(step);

    public EditedProject AllCached(params string[] steps)
    {
        _incremental.AllCached(steps);
        return this;
    }

    /// <summary>The step has one output of this reason, and all others are as they were.</summary>
    public EditedProject One(string step, IncrementalStepRunReason reason)
    {
        Assert.Single(Reasons(step), reason);
        Assert.All(Reasons(step).Where(r => r != reason), static r =>
            Assert.True(r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, r.ToString()));
        return this;
    }

    /// <summary>These files were bound by the edit, and no other one.</summary>
    public EditedProject Binds(params string[] files)
    {
        Assert.Equal(files.Order(StringComparer.Ordinal), _incremental.Bound);
        return this;
    }

    public EditedProject Emits(params string[] files)
    {
        Assert.Equal(files.Order(StringComparer.Ordinal), Emitted);
        return this;
    }

    private EditedProject Check(Incremental edited, params (string Key, string Value)[] properties)
    {
        edited.HoldsNothing(s_steps);
        var anew = new Incremental(edited.Compilation, properties: properties).Result.GeneratedSources;
        Assert.Equal(
            anew.Select(static s => (s.HintName, s.SourceText.ToString())).OrderBy(static s => s.HintName, StringComparer.Ordinal),
            edited.Result.GeneratedSources.Select(static s => (s.HintName, s.SourceText.ToString())).OrderBy(static s => s.HintName, StringComparer.Ordinal));
        return this;
    }
}
