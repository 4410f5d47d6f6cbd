using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Reads the attributes of System.Text.Json.Serialization that decide how a member is written in JSON.</summary>
internal static class JsonAttributes
{
    /// <summary>The first constructor argument of the attribute; null where it is absent.</summary>
    public static string? Text(ISymbol symbol, string attributeName)
    {
        var arguments = Find(symbol, attributeName)?.ConstructorArguments;
        return arguments is { Length: > 0 } given ? given[0].Value as string : null;
    }

    /// <summary>The name of a member: <c>[JsonPropertyName]</c>, or else its own in camel case.</summary>
    public static string Name(ISymbol member) => Text(member, "JsonPropertyNameAttribute") ?? CamelCase(member.Name);

    public static bool Has(ISymbol symbol, string attributeName) => Find(symbol, attributeName) is not null;

    /// <summary>The condition under which the member is left out; null if always.</summary>
    public static IgnoreCondition? Ignore(ISymbol member)
    {
        if (Find(member, "JsonIgnoreAttribute") is not { } attribute)
        {
            return IgnoreCondition.Never;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == "Condition" && argument.Value.Value is int condition)
            {
                // The values of JsonIgnoreCondition.
                return condition switch
                {
                    0 => IgnoreCondition.Never,
                    2 => IgnoreCondition.WhenDefault,
                    3 => IgnoreCondition.WhenNull,
                    4 => IgnoreCondition.WhenWriting,
                    5 => IgnoreCondition.WhenReading,
                    _ => null,
                };
            }
        }

        return null;
    }

    /// <summary>The attribute's first constructor argument, which is a member of an enum; null where the attribute is absent.</summary>
    public static int? Number(ISymbol symbol, string attributeName) =>
        Find(symbol, attributeName)?.ConstructorArguments is { Length: > 0 } given && given[0].Value is int number ? number : null;

    /// <summary>The name as JsonNamingPolicy.CamelCase makes it: a leading run of capitals becomes lower-case up to the next word.</summary>
    public static string CamelCase(string name)
    {
        var chars = name.ToCharArray();
        for (var i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
        {
            var hasNext = i + 1 < chars.Length;
            if (i > 0 && hasNext && !char.IsUpper(chars[i + 1]))
            {
                if (chars[i + 1] == ' ')
                {
                    chars[i] = char.ToLowerInvariant(chars[i]);
                }

                break;
            }

            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }

    private static AttributeData? Find(ISymbol symbol, string attributeName) => All(symbol, attributeName).FirstOrDefault();

    /// <summary>The attributes with a name, in the order of the source.</summary>
    public static IEnumerable<AttributeData> All(ISymbol symbol, string attributeName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == attributeName
                && type.ContainingNamespace is
                {
                    Name: "Serialization",
                    ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } },
                })
            {
                yield return attribute;
            }
        }
    }
}
