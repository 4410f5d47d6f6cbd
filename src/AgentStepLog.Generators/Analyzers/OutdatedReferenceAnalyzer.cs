using System.Collections.Immutable;
using System.Linq;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// Finds referenced assemblies whose generated code was written for another version of the library. Each assembly with annotated methods has a manifest, and the
/// manifest's attribute states the version. For an assembly of an earlier library, this version does not have that attribute, or not with those arguments.
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
        && assembly.GetAttributes().Any(static attribute => IsManifest(attribute.AttributeClass) && !IsOfThisVersion(attribute));

    private static bool IsManifest(INamedTypeSymbol? attribute) => attribute is
    {
        Name: "BuildManifestAttribute",
        ContainingNamespace.ContainingNamespace: { Name: Annotations.Namespace, ContainingNamespace.IsGlobalNamespace: true },
        ContainingAssembly.Name: Annotations.Namespace,
    };

    private static bool IsOfThisVersion(AttributeData attribute) =>
        attribute.AttributeClass!.TypeKind != TypeKind.Error && attribute.ConstructorArguments is { Length: 3 } arguments && arguments[2].Value is GeneratedFile.ServicesVersion;
}
