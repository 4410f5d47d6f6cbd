using System.Collections.Immutable;
using AgentStepLog.Generators.Tests.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.CodeFixes.Every;

/// <summary>Applies a fix to a project, and builds what comes of it with the generator and all rules.</summary>
internal sealed class FixBench
{
    private readonly FixExample _example;
    private readonly Solution _solution;

    private FixBench(FixExample example, Solution solution, Outcome outcome) => (_example, _solution, Now) = (example, solution, outcome);

    /// <summary>What the compiler and the rules say of it.</summary>
    public Outcome Now { get; }

    private CodeFixProvider Fix => (CodeFixProvider)Activator.CreateInstance(_example.Fix)!;

    private IReadOnlyList<Diagnostic> Found => [.. Now.Rules.Where(d => d.Id == _example.Id && d.Location.SourceTree!.FilePath.StartsWith("/src/", StringComparison.Ordinal))];

    public static async Task<FixBench> Open(FixExample example)
    {
        var files = example.Files.Index().ToDictionary(static f => $"Source{f.Index + 1}.cs", static f => f.Item);
        var test = Project(example, files);
        using var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var sources = test.Sources();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp,
            compilationOptions: sources.Options, parseOptions: test.ParseOptions, metadataReferences: test.References));
        if (test.Properties.Count > 0)
        {
            var config = "is_global = true\n" + string.Concat(test.Properties.Select(static p => $"build_property.{p.Key} = {p.Value}\n"));
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), "/src/.globalconfig", Microsoft.CodeAnalysis.Text.SourceText.From(config), filePath: "/src/.globalconfig");
        }

        foreach (var tree in sources.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(tree.FilePath), tree.GetText(TestContext.Current.CancellationToken), filePath: tree.FilePath);
        }

        return await Of(example, solution);
    }

    /// <summary>Fixes the first finding; null where the fix is not offered for it.</summary>
    public async Task<FixBench?> First()
    {
        var actions = await Actions(Found[0]);
        return actions.Count == 0 ? null : await Of(_example, await Apply(Assert.Single(actions)));
    }

    /// <summary>Fixes all findings of the project at once.</summary>
    public async Task<FixBench> All(FixAllScope scope)
    {
        var fix = Fix;
        Assert.NotNull(fix.GetFixAllProvider());
        var document = Document(Found[0]);
        var context = new FixAllContext(
            document, fix, scope, (await Actions(Found[0])).Single().EquivalenceKey, fix.FixableDiagnosticIds.Where(i => i == _example.Id), new Given([.. Found]), TestContext.Current.CancellationToken);
        return await Of(_example, await Apply(Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context))));
    }

    public async Task<string> Text() => string.Join(
        "\n----\n", await Task.WhenAll(_solution.Projects.Single().Documents.Where(static d => d.Name != "Usings.cs").Select(static async d => (await d.GetTextAsync(TestContext.Current.CancellationToken)).ToString())));

    private static async Task<FixBench> Of(FixExample example, Solution solution)
    {
        var files = new Dictionary<string, string>();
        foreach (var document in solution.Projects.Single().Documents.Where(static d => d.Name != "Usings.cs"))
        {
            files.Add(document.Name, (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        var test = Project(example, files);
        var finished = test.Build();
        var compiler = finished.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning).ToImmutableArray();
        var rules = await test.AnalyzeAsync(finished, CatalogueTests.All());
        return new(example, solution, new(compiler, [.. rules.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start)]));
    }

    private static TestProject Project(FixExample example, IReadOnlyDictionary<string, string> files)
    {
        var test = new TestProject();
        example.Configure(test);
        foreach (var (name, text) in files)
        {
            test.Files.Add(name, text);
        }

        return test;
    }

    private static async Task<Solution> Apply(CodeAction action)
        => Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private async Task<IReadOnlyList<CodeAction>> Actions(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var at = await InDocument(diagnostic);
        await Fix.RegisterCodeFixesAsync(new(Document(diagnostic), at, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    private Document Document(Diagnostic diagnostic) => _solution.Projects.Single().Documents.Single(d => d.FilePath == diagnostic.Location.SourceTree!.FilePath);

    // The rules looked at trees of their own; an editor gives the fix those of its documents.
    private async Task<Diagnostic> InDocument(Diagnostic diagnostic)
    {
        async Task<Location> Here(Location at) => at.SourceTree is { } tree && _solution.Projects.Single().Documents.FirstOrDefault(d => d.FilePath == tree.FilePath) is { } document
            ? Location.Create((await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!, at.SourceSpan)
            : at;
        return Diagnostic.Create(
            diagnostic.Descriptor, await Here(diagnostic.Location), await Task.WhenAll(diagnostic.AdditionalLocations.Select(Here)), diagnostic.Properties, diagnostic.GetMessage(null));
    }

    /// <summary>What a build says, warnings of the compiler included.</summary>
    internal sealed record Outcome(ImmutableArray<Diagnostic> Compiler, ImmutableArray<Diagnostic> Rules)
    {
        public IEnumerable<string> Errors => Compiler.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());

        public int Count(string id) => Rules.Count(d => d.Id == id);

        public IEnumerable<string> Ids => Compiler.Concat(Rules).Select(static d => d.Id).Distinct();
    }

    private sealed class Given(IReadOnlyList<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var here = new List<Diagnostic>();
            foreach (var document in project.Documents)
            {
                here.AddRange(await GetDocumentDiagnosticsAsync(document, cancellationToken));
            }

            return here;
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var trees = new Dictionary<string, SyntaxTree>();
            foreach (var other in document.Project.Documents)
            {
                trees[other.FilePath!] = (await other.GetSyntaxTreeAsync(cancellationToken))!;
            }

            Location Here(Location at) => at.SourceTree is { } tree && trees.TryGetValue(tree.FilePath, out var own) ? Location.Create(own, at.SourceSpan) : at;
            return found.Where(d => d.Location.SourceTree!.FilePath == document.FilePath)
                .Select(d => Diagnostic.Create(d.Descriptor, Here(d.Location), d.AdditionalLocations.Select(Here), d.Properties, d.GetMessage(null)));
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
