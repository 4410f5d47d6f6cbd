using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>What the SDK puts into each build of its own: neighbours to measure beside.</summary>
internal static class SdkParts
{
    /// <summary>The System.Text.Json generator, which completes the corpus.</summary>
    public static ISourceGenerator JsonGenerator() => ((IIncrementalGenerator)Activator.CreateInstance(
        Load("System.Text.Json.SourceGeneration").GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!)!).AsSourceGenerator();

    /// <summary>The analyzers that can warn in a build: the compiler leaves the others out.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
    [
        .. AnalyzersOf(Load("Microsoft.CodeAnalysis.NetAnalyzers"))
            .Concat(AnalyzersOf(Load("Microsoft.CodeAnalysis.CSharp.NetAnalyzers")))
            .Where(static a => a.SupportedDiagnostics.Any(static d => d.IsEnabledByDefault && d.DefaultSeverity >= DiagnosticSeverity.Warning)),
    ];

    public static IEnumerable<DiagnosticAnalyzer> AnalyzersOf(Assembly assembly) => assembly.GetTypes()
        .Where(static type => !type.IsAbstract && type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
