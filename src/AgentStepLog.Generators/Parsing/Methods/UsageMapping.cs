using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Reads <c>[LlmUsageFrom]</c>, which names the properties with the usage in a user's own type.</summary>
internal static class UsageMapping
{
    private const string Name = "LlmUsageFromAttribute";

    private static readonly string[] s_counts = ["InputTokens", "OutputTokens", "CachedTokens", "ReasoningTokens"];

    /// <summary>The properties; null where no attribute applies. That of the method takes precedence, then that of the type, then that of the assembly.</summary>
    public static UsageModel? Of(IMethodSymbol method, ITypeSymbol result, Compilation compilation)
    {
        UsageModel? found = null;
        foreach (var attribute in Attributes(method, result, compilation))
        {
            var model = Model(attribute, result, compilation);
            found = found?.Or(model) ?? model;
        }

        return found;
    }

    public static bool Is(AttributeData attribute) => Annotations.Is(attribute, Name);

    /// <summary>The type for which an attribute of an assembly applies; null where it names none.</summary>
    public static INamedTypeSymbol? TypeOf(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol type ? type.IsUnboundGenericType ? type.OriginalDefinition : type : null;

    /// <summary>The arguments that are no valid path: each path, and its problem as a clause.</summary>
    public static IEnumerable<(string Path, string Problem)> Problems(AttributeData attribute, ITypeSymbol result, Compilation compilation)
    {
        foreach (var (name, path) in Paths(attribute))
        {
            if (Follow(path, result, compilation, out var lost) is not { } end)
            {
                yield return (path, lost);
            }
            else if (s_counts.Contains(name) ? !end.IsCount : end.Text is null)
            {
                yield return (path, s_counts.Contains(name)
                    ? $"is of type {TypeNames.Plain(end.Type)}, and {name} is a whole number of at most 64 bits"
                    : $"is of type {TypeNames.Plain(end.Type)}, and {name} is a string, an enum or a struct");
            }
        }
    }

    private static IEnumerable<AttributeData> Attributes(IMethodSymbol method, ITypeSymbol result, Compilation compilation)
    {
        var own = method.GetAttributes().Where(Is);
        var types = new List<AttributeData>();
        for (ITypeSymbol? t = result; t is not null; t = t.BaseType)
        {
            types.AddRange(t.GetAttributes().Where(Is));
        }

        var assembly = compilation.Assembly.GetAttributes().Where(a => Is(a)
            && TypeOf(a) is { } type
            && SymbolEqualityComparer.Default.Equals(type, type.IsDefinition ? result.OriginalDefinition : result));
        return own.Concat(types).Concat(assembly);
    }

    private static UsageModel Model(AttributeData attribute, ITypeSymbol result, Compilation compilation)
    {
        var paths = Paths(attribute)
            .Select(p => (p.Name, End: Follow(p.Path, result, compilation, out _)))
            .GroupBy(p => p.Name)
            .ToDictionary(g => g.Key, g => g.First().End);
        return new UsageModel
        {
            Model = Text("Model"),
            Provider = Text("Provider"),
            InputTokens = Count("InputTokens"),
            OutputTokens = Count("OutputTokens"),
            CachedTokens = Count("CachedTokens"),
            ReasoningTokens = Count("ReasoningTokens"),
            StopReason = Text("StopReason"),
            ResponseId = Text("ResponseId"),
        };

        string? Text(string name) => paths.TryGetValue(name, out var end) ? end?.Text : null;

        string? Count(string name) => paths.TryGetValue(name, out var end) && end is { IsCount: true } ? end.Expression : null;
    }

    private static IEnumerable<(string Name, string Path)> Paths(AttributeData attribute) =>
        from argument in attribute.NamedArguments
        where argument.Value.Value is string
        select (argument.Key, (string)argument.Value.Value!);

    private static UsagePath? Follow(string path, ITypeSymbol result, Compilation compilation, out string lost)
    {
        lost = "";
        var place = UsagePath.Root("v", result);
        foreach (var name in path.Split('.'))
        {
            if (place.Step(compilation, name.Trim()) is not { } next)
            {
                lost = $"leads nowhere: {TypeNames.Plain(place.Type)} has no property or field '{name.Trim()}' that generated code can read";
                return null;
            }

            place = next;
        }

        return place;
    }
}
