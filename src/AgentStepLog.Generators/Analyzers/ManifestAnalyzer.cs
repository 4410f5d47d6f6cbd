using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>Writes the manifest, which the generator put into the assembly, to a file where the build asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
    private const string Property = "build_property.AgentStepLogManifestFile";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ManifestIsMissing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Write);
    }

    private static void Write(CompilationAnalysisContext context)
    {
        // Without the generator's implementation output, as in an editor, there is no manifest yet.
        if (!context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var path)
            || path.Length == 0
            || !OurCode.IsComplete(context.Compilation))
        {
            return;
        }

        var sections = context.Compilation.Assembly.GetAttributes()
            .Where(static a => a.AttributeClass?.ToDisplayString() == "AgentStepLog.CompilerServices.BuildManifestAttribute" && a.ConstructorArguments.Length == 3)
            .Select(static a => (a.ConstructorArguments[0].Value as string ?? "", a.ConstructorArguments[1].Value as string ?? ""));
        try
        {
            BuildFile.Write(path, ManifestText.Join(context.Compilation.AssemblyName, sections));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ManifestIsMissing, Location.None, path, exception.Message));
        }
    }
}
