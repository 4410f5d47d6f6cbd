using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AgentStepLog.Generators.Collections;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The names of enum members in JSON.</summary>
internal static class EnumNames
{
    /// <summary>The name given by <c>[JsonStringEnumMemberName]</c>, or else the member's own.</summary>
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

    /// <summary>Whether a value may be several members at once.</summary>
    public static bool IsFlags(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static a => a.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>
    /// A value in the form of the log: a member's name; for flags the names of several members, and the number of the bits without a name;
    /// null where a value of another enum has no name.
    /// </summary>
    public static string? OfValue(INamedTypeSymbol type, object value)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
        if (fields.FirstOrDefault(f => value.Equals(f.ConstantValue)) is { } member)
        {
            return JsonLiterals.Quote(InJson(member));
        }

        return IsFlags(type) ? JsonLiterals.Quote(OfBits(type.EnumUnderlyingType!, fields, Bits(value))) : null;
    }

    /// <summary>A constant of an enum, sign-extended to 64 bits.</summary>
    public static ulong Bits(object value) => value is ulong unsigned
        ? unsigned
        : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    // The same rules as AgentStepLog.CompilerServices.FlagNames at run time. A test compares the two.
    private static string OfBits(INamedTypeSymbol underlying, List<IFieldSymbol> fields, ulong value)
    {
        var flags = fields.Select(static f => (Name: InJson(f), Bits: Bits(f.ConstantValue!))).Where(static f => f.Bits != 0)
            .OrderByDescending(static f => f.Bits).GroupBy(static f => f.Bits).Select(static g => g.First()).ToList();
        var (left, named) = (value, new bool[flags.Count]);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < flags.Count; i++)
            {
                var bits = flags[i].Bits;
                if (pass == 0 ? (left & bits) == bits : (value & bits) == bits && (left & bits) != 0)
                {
                    named[i] = true;
                    left &= ~bits;
                }
            }
        }

        var names = flags.Where((_, i) => named[i]).Reverse().Select(static f => f.Name).ToList();
        if (left != 0 || names.Count == 0)
        {
            names.Add(underlying.SpecialType == SpecialType.System_UInt64
                ? left.ToString(CultureInfo.InvariantCulture)
                : unchecked((long)left).ToString(CultureInfo.InvariantCulture));
        }

        return string.Join(", ", names);
    }
}
