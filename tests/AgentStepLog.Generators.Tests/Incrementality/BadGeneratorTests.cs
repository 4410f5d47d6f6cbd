using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Incrementality;

/// <summary>The helper that watches over the generator catches a bad one.</summary>
public sealed class BadGeneratorTests
{
    private static readonly Compilation s_compilation = Source.Compile("public class A { public int M() { return 1; } }");

    [Fact]
    public void Model_that_holds_a_symbol_is_caught()
    {
        var project = new Incremental(s_compilation, new SymbolHolder().AsSourceGenerator());

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => project.HoldsNothing("Bad"));
    }

    [Fact]
    public void Model_without_value_equality_is_caught()
    {
        var project = new Incremental(s_compilation, new Restless().AsSourceGenerator()).Edit("Program.cs", "return 1", "return 2");

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => project.AllCached("Bad"));
        Assert.Equal(["x.cs"], project.Emitted);
    }

    private sealed class SymbolHolder : IIncrementalGenerator
    {
        private sealed record Model(string Name, object? Inside);

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var types = context.SyntaxProvider
                .CreateSyntaxProvider(static (n, _) => n is ClassDeclarationSyntax, static (c, token) => new Model("", c.SemanticModel.GetDeclaredSymbol(c.Node, token)))
                .WithTrackingName("Bad");
            context.RegisterSourceOutput(types, static (o, m) => o.AddSource("x.cs", "// " + m.Inside));
        }
    }

    private sealed class Restless : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var types = context.CompilationProvider
                .Select(static (c, _) => c.SyntaxTrees.Select(t => t.FilePath).ToList())
                .WithTrackingName("Bad");
            context.RegisterSourceOutput(types, static (o, m) => o.AddSource("x.cs", "// " + m.Count));
        }
    }
}
