using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>Applies a fix as an editor does: to one finding, or to all of the solution.</summary>
internal static class FixTest
{
    /// <summary>The first file after fixing the first finding in it.</summary>
    public static async Task<string> FixFirstAsync<TAnalyzer, TFix>(string source, Action<TestProject>? configure = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var (solution, diagnostics) = await OpenAsync<TAnalyzer>([source], configure);
        var document = solution.Projects.Single().Documents.First();
        var actions = await ActionsAsync<TFix>(document, diagnostics[0]);
        return await TextAsync(await ApplyAsync(Assert.Single(actions)), document.Id);
    }

    /// <summary>A second file after fixing the first finding in the first.</summary>
    public static async Task<string> FixOtherAsync<TAnalyzer, TFix>(string source, string other)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var (solution, diagnostics) = await OpenAsync<TAnalyzer>([source, other], null);
        var documents = solution.Projects.Single().Documents.ToList();
        return await TextAsync(await ApplyAsync(Assert.Single(await ActionsAsync<TFix>(documents[0], diagnostics[0]))), documents[1].Id);
    }

    /// <summary>How many fixes are offered for the first finding.</summary>
    public static async Task<int> OffersAsync<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var (solution, diagnostics) = await OpenAsync<TAnalyzer>([source], null);
        return (await ActionsAsync<TFix>(solution.Projects.Single().Documents.First(), diagnostics[0])).Count;
    }

    /// <summary>All files after fixing all findings at once.</summary>
    public static async Task<IReadOnlyList<string>> FixAllAsync<TAnalyzer, TFix>(string[] sources, Action<TestProject>? configure = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var (solution, diagnostics) = await OpenAsync<TAnalyzer>(sources, configure);
        var fix = new TFix();
        var project = solution.Projects.Single();
        var first = await ActionsAsync<TFix>(project.Documents.First(), diagnostics[0]);
        var context = new FixAllContext(
            project.Documents.First(),
            fix,
            FixAllScope.Solution,
            Assert.Single(first).EquivalenceKey,
            fix.FixableDiagnosticIds,
            new Found(diagnostics),
            TestContext.Current.CancellationToken);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        var changed = await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(action));
        return await Task.WhenAll(project.DocumentIds.Take(sources.Length).Select(id => TextAsync(changed, id)));
    }

    private static async Task<(Solution Solution, ImmutableArray<Diagnostic> Diagnostics)> OpenAsync<TAnalyzer>(
        string[] sources, Action<TestProject>? configure)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new TestProject();
        foreach (var (index, source) in sources.Index())
        {
            test.Files.Add($"Source{index + 1}.cs", source);
        }

        configure?.Invoke(test);
        using var workspace = new AdhocWorkspace();
        var compilation = test.Sources();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: test.ParseOptions, metadataReferences: test.References));
        foreach (var tree in compilation.SyntaxTrees.OrderBy(static t => t.FilePath == "/src/Usings.cs"))
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(tree.FilePath), tree.GetText(TestContext.Current.CancellationToken), filePath: tree.FilePath);
        }

        var opened = await solution.GetProject(id)!.GetCompilationAsync(TestContext.Current.CancellationToken);
        var diagnostics = await test.AnalyzeAsync(opened!, new TAnalyzer());
        Assert.NotEmpty(diagnostics);
        return (solution, [.. diagnostics.OrderBy(static d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start)]);
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync<TFix>(Document document, Diagnostic diagnostic)
        where TFix : CodeFixProvider, new()
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await new TFix().RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action)
        => Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private static async Task<string> TextAsync(Solution solution, DocumentId id)
    {
        SourceText text = await solution.GetDocument(id)!.GetTextAsync(TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult(diagnostics.Where(d => d.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
