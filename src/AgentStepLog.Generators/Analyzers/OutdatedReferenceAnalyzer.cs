using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// Finds referenced assemblies whose generated code calls members that the library of this build does not have. Each assembly with annotated methods bears a manifest, and its
/// attribute moves whenever what generated code calls changes: an attribute that the library does not have tells of another version.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutdatedReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ReferenceIsOutdated];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static action =>
        {
            foreach (var assembly in action.Compilation.SourceModule.ReferencedAssemblySymbols.Where(IsOutdated))
            {
                action.ReportDiagnostic(Diagnostic.Create(Descriptors.ReferenceIsOutdated, Location.None, assembly.Identity.Name, assembly.Identity.Version));
            }
        });
    }

    private static bool IsOutdated(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Annotations.Namespace))
        && assembly.GetAttributes().Any(static attribute => attribute.AttributeClass is
        {
            TypeKind: TypeKind.Error,
            Name: "BuildManifestAttribute",
            ContainingNamespace.ContainingNamespace: { Name: Annotations.Namespace, ContainingNamespace.IsGlobalNamespace: true },
        });
}
