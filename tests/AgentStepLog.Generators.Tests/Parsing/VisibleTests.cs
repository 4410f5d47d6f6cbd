using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Parsing;

/// <summary>What is found to be open at a glance is what the compiler finds accessible.</summary>
public sealed class VisibleTests
{
    private static readonly IReadOnlyDictionary<string, string> s_modifiers = new Dictionary<string, string>
    {
        ["A"] = "public", ["B"] = "internal", ["C"] = "protected", ["D"] = "protected internal", ["E"] = "private protected", ["F"] = "private",
    };

    [Fact]
    public void Symbols_of_the_project_of_another_and_of_the_framework()
    {
        var other = Source.Compile(Source.Usings + $"public class Far {{ {Members("Far", 2)} }} class Hidden {{ {Members("Hidden", 1)} }}");
        var compilation = Source.Compile(Source.Usings + $"public class Near {{ {Members("Near", 2)} }} class Inner {{ {Members("Inner", 2)} }} file class Filed {{ {Members("Filed", 1)} }}")
            .AddReferences(other.WithAssemblyName("Other").ToMetadataReference());
        var symbols = All(compilation.Assembly.GlobalNamespace)
            .Concat(All(compilation.GetTypeByMetadataName("Surf.Far")!.ContainingAssembly.GlobalNamespace))
            .Concat(All(compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer")!.ContainingAssembly.GlobalNamespace))
            .ToList();
        var list = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2")!;
        var types = symbols.OfType<INamedTypeSymbol>().Where(static t => t is { IsGenericType: false, IsStatic: false } && !t.IsRefLikeType).ToList();
        symbols.AddRange(types.Select(t => compilation.CreateArrayTypeSymbol(t)));
        symbols.AddRange(types.Select(t => list.Construct(types[0], t)));
        symbols.AddRange(types.Select(t => list.Construct(types[0], t).GetMembers("KeyCollection").Single()));
        var seen = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        foreach (var symbol in symbols)
        {
            var expected = compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);
            Assert.True(expected == Visible.Is(symbol, compilation), $"{symbol.ToDisplayString()} is {expected}.");
            seen[expected]++;
        }

        Assert.All(seen.Values, static n => Assert.InRange(n, 1_000, int.MaxValue));
    }

    private static string Members(string owner, int depth) => string.Concat(s_modifiers.Select(m => $$"""
        {{m.Value}} int {{m.Key}}f; {{m.Value}} int {{m.Key}}m<T>(T t) => 1; {{m.Value}} int {{m.Key}}p { get; set; } {{m.Value}} event Action? {{m.Key}}e;
        {{m.Value}} class {{owner}}{{m.Key}}<T> { } {{m.Value}} class {{owner}}{{m.Key}} { {{(depth > 0 ? Members(owner + m.Key, depth - 1) : "")}} }
        """));

    private static IEnumerable<ISymbol> All(INamespaceOrTypeSymbol container) => container.GetMembers()
        .SelectMany(static m => m is INamespaceOrTypeSymbol inner ? All(inner).Prepend(m) : [m])
        .Where(static m => m is not INamespaceSymbol);
}
