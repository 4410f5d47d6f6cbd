using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ConfigurationTests
{
    private const string Undescribed = "class Tools { [AgentTool] public int A(int a) => a; }";

    private const string Hole = """
        class Tools { [AgentTool, Description("A.")] public virtual int A() => 1; }
        class More : Tools { public override int A() => base.A(); }
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("recommended")]
    [InlineData("all")]
    public async Task The_family_speaks_unless_it_is_switched_off(string? level)
        => Assert.Equal(["ASL1001", "ASL1002"], await IdsAsync(Undescribed, project =>
        {
            if (level is not null)
            {
                project.Properties["AgentStepLogAnalysis"] = level;
            }
        }));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public async Task None_silences_every_rule(string level)
    {
        Assert.Empty(await IdsAsync(Undescribed, project => project.Properties["AgentStepLogAnalysis"] = level));
        Assert.Empty(await IdsAsync("[StepLog] class Log { }", project => project.Properties["AgentStepLogAnalysis"] = level));
    }

    [Fact]
    public async Task A_rule_that_editorconfig_names_speaks_under_none()
        => Assert.Equal(["ASL1002"], await IdsAsync(Undescribed, project =>
        {
            project.Properties["AgentStepLogAnalysis"] = "none";
            project.Severities["ASL1002"] = ReportDiagnostic.Warn;
        }));

    [Fact]
    public async Task Editorconfig_switches_one_rule_off()
        => Assert.Equal(["ASL1001"], await IdsAsync(Undescribed, static project => project.Severities["ASL1002"] = ReportDiagnostic.Suppress));

    [Fact]
    public async Task A_pragma_silences_one_place()
        => Assert.Equal(["ASL1001"], await IdsAsync("#pragma warning disable ASL1002\n" + Undescribed, static _ => { }));

    [Fact]
    public async Task Strictness_makes_a_hole_an_error_even_under_none()
    {
        // What the targets make of AgentStepLogStrict: WarningsAsErrors.
        var found = Assert.Single(await FindAsync(Hole, static project =>
        {
            project.Properties["AgentStepLogAnalysis"] = "none";
            project.Specific["ASL2000"] = ReportDiagnostic.Error;
        }));

        Assert.Equal("ASL2000", found.Id);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, ReportDiagnostic.Warn, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Error, ReportDiagnostic.Info, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Default, ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task Strict_and_editorconfig_the_louder_counts(ReportDiagnostic strict, ReportDiagnostic editorconfig, DiagnosticSeverity expected)
    {
        var found = Assert.Single(await FindAsync(Hole, project =>
        {
            if (strict != ReportDiagnostic.Default)
            {
                project.Specific["ASL2000"] = strict;
            }

            project.Severities["ASL2000"] = editorconfig;
        }));

        Assert.Equal(expected, found.Severity);
    }

    [Fact]
    public async Task A_project_that_does_not_know_AgentStepLog_is_left_alone()
    {
        var project = new TestProject { RunsOurGenerator = false };
        project.References.RemoveAll(static r => r.Display!.EndsWith("AgentStepLog.dll", StringComparison.Ordinal));
        var tree = CSharpSyntaxTree.ParseText(
            "class AgentToolAttribute : System.Attribute; class C { [AgentTool] public int A(int a) => A(a); }",
            project.ParseOptions,
            cancellationToken: TestContext.Current.CancellationToken);
        var compilation = project.Sources().RemoveAllSyntaxTrees().AddSyntaxTrees(tree);

        Assert.Empty(await project.AnalyzeAsync(compilation, CatalogueTests.All()));
    }

    private static async Task<IEnumerable<string>> IdsAsync(string source, Action<TestProject> configure)
        => (await FindAsync(source, configure)).Select(static d => d.Id).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(string source, Action<TestProject> configure)
    {
        var project = new TestProject();
        project.Files.Add("Source.cs", source);
        configure(project);
        return [.. (await project.AnalyzeAsync(project.Build(), CatalogueTests.All())).Where(static d => !d.IsSuppressed)];
    }
}
