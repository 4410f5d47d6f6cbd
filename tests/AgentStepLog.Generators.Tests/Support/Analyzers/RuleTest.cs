using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>Checks one rule against marked source: exactly the marks are found, in user code and in generated code.</summary>
internal static class RuleTest
{
    /// <returns>The messages found, in the order of the source.</returns>
    /// <param name="inGeneratedFiles">The text that each finding in a generated file covers.</param>
    public static Task<IReadOnlyList<string>> VerifyAsync<TAnalyzer>(
        string marked, Action<TestProject>? configure = null, string[]? inGeneratedFiles = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => VerifyAsync<TAnalyzer>([marked], configure, inGeneratedFiles);

    /// <inheritdoc cref="VerifyAsync{TAnalyzer}(string, Action{TestProject}, string[])"/>
    public static async Task<IReadOnlyList<string>> VerifyAsync<TAnalyzer>(
        string[] markedFiles,
        Action<TestProject>? configure = null,
        string[]? inGeneratedFiles = null,
        Action<CSharpCompilation>? inspect = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var analyzer = new TAnalyzer();
        var project = new TestProject();
        var expected = new List<string>();
        foreach (var (index, marked) in markedFiles.Index())
        {
            var source = MarkedSource.Parse(marked);
            var name = index == 0 ? "Source.cs" : $"Source{index + 1}.cs";
            project.Files.Add(name, source.Text);
            expected.AddRange(source.Marks.Select(mark => Line(
                mark.Id ?? analyzer.SupportedDiagnostics.Single().Id, "/src/" + name, mark.Span, source.Text.Substring(mark.Span.Start, mark.Span.Length))));
        }

        configure?.Invoke(project);
        var compilation = project.Build();
        AssertCompiles(compilation);
        inspect?.Invoke(compilation);

        var found = (await project.AnalyzeAsync(compilation, analyzer))
            .OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start)
            .ThenBy(static d => d.GetMessage(null), StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(
            string.Join('\n', expected.Order(StringComparer.Ordinal)),
            string.Join('\n', found.Where(IsInSource).Select(Line).Order(StringComparer.Ordinal)));
        Assert.Equal(inGeneratedFiles ?? [], found.Where(static d => !IsInSource(d)).Select(TextOf));
        return [.. found.Select(static d => d.GetMessage(null))];
    }

    /// <summary>A rule is tested on code that compiles: else the test may pass for a reason that no user meets.</summary>
    private static void AssertCompiles(Compilation compilation)
        => Assert.Empty(compilation
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => d.ToString()));

    private static bool IsInSource(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree!.FilePath.StartsWith("/src/", StringComparison.Ordinal);

    private static string TextOf(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan);

    private static string Line(Diagnostic diagnostic)
        => Line(diagnostic.Id, diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan, TextOf(diagnostic));

    private static string Line(string id, string path, TextSpan span, string text)
        => $"{id} {path} {span.Start:D5}..{span.End:D5} {text}";
}
