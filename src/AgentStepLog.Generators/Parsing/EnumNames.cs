using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>How a member of an enum is called in JSON.</summary>
internal static class EnumNames
{
    /// <summary>The name given by <c>[JsonStringEnumMemberName]</c>, else the member's own.</summary>
    public static string InJson(IFieldSymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonStringEnumMemberNameAttribute"
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string name)
            {
                return name;
            }
        }

        return member.Name;
    }

    /// <summary>A value as JSON: a member's name; of flags those of several; null where it has no name.</summary>
    public static string? OfValue(INamedTypeSymbol type, object value)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
        if (fields.FirstOrDefault(f => value.Equals(f.ConstantValue)) is { } member)
        {
            return JsonStrings.Quote(InJson(member));
        }

        if (!type.GetAttributes().Any(static a => a.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }))
        {
            return null;
        }

        // Largest first, as Enum.ToString finds them: a member of several flags stands for all of them.
        var (left, names) = (Bits(value), new List<string>());
        foreach (var field in fields.OrderByDescending(static f => Bits(f.ConstantValue!)))
        {
            var bits = Bits(field.ConstantValue!);
            if (bits != 0 && (left & bits) == bits)
            {
                left &= ~bits;
                names.Insert(0, InJson(field));
            }
        }

        return left == 0 ? JsonStrings.Quote(string.Join(", ", names)) : null;
    }

    private static ulong Bits(object value) => value is ulong unsigned
        ? unsigned
        : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));
}
