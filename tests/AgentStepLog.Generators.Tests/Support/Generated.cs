using System.Collections.Immutable;
using AgentStepLog.Generators.Emission.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>What the generator made of a compilation.</summary>
internal sealed class Generated
{
    private static readonly SyntaxTree s_compliant = Source.Tree("Compliant.cs", "[assembly: System.CLSCompliant(true)]");

    private Generated(Compilation output, ImmutableArray<GeneratedSourceResult> sources)
    {
        Output = output;
        Sources = sources;
    }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public ImmutableArray<GeneratedSourceResult> Sources { get; }

    /// <summary>The names of the generated files but for the manifest, in which every annotated method is, recorded or not.</summary>
    public IEnumerable<string> HintNames => Sources.Select(s => s.HintName).Where(h => h != ManifestEmitter.HintName);

    public string this[string hintName] => Sources.Single(s => s.HintName == hintName).SourceText.ToString();

    /// <summary>Runs the generator; fails if it crashes.</summary>
    public static Generated From(Compilation compilation, params (string Key, string Value)[] properties)
    {
        var driver = Driver(properties).RunGeneratorsAndUpdateCompilation(
            compilation, out var output, out _, TestContext.Current.CancellationToken);
        return Of(driver, output);
    }

    public static Generated Of(GeneratorDriver driver, Compilation output)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new Generated(output, result.GeneratedSources);
    }

    public static CSharpGeneratorDriver Driver(params (string Key, string Value)[] properties) =>
        Driver(new StepLogGenerator().AsSourceGenerator(), IncrementalGeneratorOutputKind.None, properties);

    /// <summary>
    /// A driver as the compiler and editors use it, without the tracking of steps: under tracking, Roslyn 4.14 throws
    /// "Unexpected value '(Cached, Added)'" for any generator that uses ForAttributeWithMetadataName, after certain edits.
    /// </summary>
    public static CSharpGeneratorDriver PlainDriver() => CSharpGeneratorDriver.Create(
        [new StepLogGenerator().AsSourceGenerator()],
        parseOptions: Source.ParseOptions(),
        optionsProvider: new BuildProperties(("ProjectDir", Source.ProjectDirectory)));

    public static CSharpGeneratorDriver Driver(
        ISourceGenerator generator, IncrementalGeneratorOutputKind disabled, params (string Key, string Value)[] properties) =>
        CSharpGeneratorDriver.Create(
            [generator],
            parseOptions: Source.ParseOptions(),
            optionsProvider: new BuildProperties([("ProjectDir", Source.ProjectDirectory), .. properties]),
            driverOptions: new GeneratorDriverOptions(disabled, trackIncrementalGeneratorSteps: true));

    /// <summary>
    /// The user's code with the generated code compiles: no error and no warning, and in generated files none either when the project writes a documentation
    /// file, is CLS-compliant and checks for overflow. What is said of those at the user's own declarations is the user's.
    /// </summary>
    public Generated Compiles()
    {
        var strict = Output.AddSyntaxTrees(s_compliant).WithOptions(((CSharpCompilationOptions)Output.Options).WithOverflowChecks(true));
        var problems = strict.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && !(IsOfTheUsers(d) && d.Id[..4] is "CS15" or "CS17" or "CS30"))
            .Select(d => d.ToString())
            .ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems) + "\n\n" + Text());
        return this;
    }

    private static bool IsOfTheUsers(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.StartsWith("AgentStepLog.Generators", StringComparison.Ordinal) == false;

    /// <summary>
    /// Our own analyzers find no hole in what is recorded (ASL2…), and nothing at all to say about generated files.
    /// </summary>
    public async Task<Generated> HasNoHoles()
    {
        var analyzers = typeof(StepLogGenerator).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)
            .ToImmutableArray();
        Assert.NotEmpty(analyzers);
        var generated = Output.SyntaxTrees.Where(t => !t.FilePath.StartsWith(Source.ProjectDirectory, StringComparison.Ordinal)).ToHashSet();
        var found = await Output.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(found.Where(d => d.Id.StartsWith("ASL2", StringComparison.Ordinal) || d.Id.StartsWith("AD", StringComparison.Ordinal)
            || (d.Location.SourceTree is { } tree && generated.Contains(tree))));
        return this;
    }

    /// <summary>The generated files, one after the other: those of the names that <paramref name="which"/> accepts, and the manifest only among all.</summary>
    public string Text(Func<string, bool>? which = null, bool all = false) => string.Join("\n", Sources
        .Where(s => s.HintName != "AgentStepLog.InterceptionMarker.g.cs" && (all || s.HintName != ManifestEmitter.HintName) && (which is null || which(s.HintName)))
        .OrderBy(s => s.HintName, StringComparer.Ordinal)
        .Select(s => $"//// {s.HintName}\n{s.SourceText}"));
}
