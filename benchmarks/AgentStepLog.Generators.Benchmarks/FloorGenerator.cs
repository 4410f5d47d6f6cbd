using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>
/// The least that a generator for annotated methods does: finds them by their attribute and writes their names. It looks at no
/// call site.
/// </summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider.ForAttributeWithMetadataName(
            "AgentStepLog.AgentToolAttribute",
            static (_, _) => true,
            static (found, _) => found.TargetSymbol.ToDisplayString());
        context.RegisterSourceOutput(methods, static (output, name) =>
            output.AddSource(name.GetHashCode(StringComparison.Ordinal).ToString("x8", null) + ".g.cs", SourceText.From("// " + name, Encoding.UTF8)));
    }
}
