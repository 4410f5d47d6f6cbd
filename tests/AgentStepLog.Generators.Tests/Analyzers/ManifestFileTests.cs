using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

/// <summary>The manifest as a file, which the compiler writes.</summary>
public sealed class ManifestFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("manifest").FullName;

    private string File => Path.Combine(_folder, "below", "manifest.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("class Plain;", "{\n  \"v\": 1,\n  \"assemblies\": []\n}\n")]
    [InlineData("class Tools { [AgentTool] public int M() => 1; }", "\"member\": \"M:Tools.M\"")]
    public async Task It_is_written_also_where_nothing_is_annotated(string source, string says)
    {
        Assert.Empty(await WriteAsync(source));

        Assert.Contains(says, await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_generator_left_its_last_output_out_none_is_written()
    {
        Assert.Empty(await WriteAsync("class Tools { [AgentTool] public int M() => 1; }", static p => p.IsBuild = false));

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task One_that_cannot_be_written_is_an_error_that_nobody_switches_off()
    {
        Directory.CreateDirectory(File);
        var found = Assert.Single(await WriteAsync("class Plain;", static p => p.Severities["ASL9005"] = ReportDiagnostic.Suppress));

        Assert.Equal(("ASL9005", DiagnosticSeverity.Error), (found.Id, found.Severity));
    }

    private async Task<IReadOnlyList<Diagnostic>> WriteAsync(string source, Action<TestProject>? configure = null)
    {
        var project = new TestProject { Files = { ["Source.cs"] = "using AgentStepLog;\n" + source } };
        project.Properties["AgentStepLogManifestFile"] = File;
        configure?.Invoke(project);
        return await project.AnalyzeAsync(project.Build(), new ManifestAnalyzer());
    }
}
