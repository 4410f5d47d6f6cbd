using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing.DataAnnotations;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Turns a record, class, struct, interface or tuple into its <see cref="ObjectModel"/>.</summary>
internal sealed class ObjectParser(Compilation compilation, ValueParser values)
{
    /// <summary>Whether the type is data: no delegate, task, stream or other working type of the framework.</summary>
    public static bool IsObject(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return true;
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || type.IsStatic || type.IsUnboundGenericType)
        {
            return false;
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                break;
            }

            if (IsFramework(t) && t.MetadataName is not ("KeyValuePair`2" or "Tuple`1" or "Tuple`2" or "Tuple`3" or "Tuple`4"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The model; null if the type has nothing to write, or members with ambiguous names.</summary>
    public ObjectModel? Parse(INamedTypeSymbol type, string key)
    {
        var symbols = type.IsTupleType ? [.. type.TupleElements] : MemberSymbols.Of(type, compilation);
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        if (symbols is null || (symbols.Count == 0 && !isOwn && !DerivedTypes.Has(type)))
        {
            return null;
        }

        var construction = Construction.Of(type, symbols);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<MemberModel>();
        foreach (var symbol in symbols)
        {
            if (JsonAttributes.Ignore(symbol) is { } condition)
            {
                members.Add(Member(type, symbol, condition, construction, names));
            }
        }

        var byName = symbols.Where(s => JsonAttributes.Ignore(s) is not null)
            .Zip(members, (symbol, member) => (symbol, member))
            .ToDictionary(p => p.symbol, p => p.member.JsonName, SymbolEqualityComparer.Default);

        // An object with a constructor parameter or required member that JSON has no value for cannot be made.
        var canConstruct = construction is not null
            && construction.Parameters.All(p => byName.ContainsKey(p.Member))
            && symbols.All(s => byName.ContainsKey(s) || !MemberSymbols.IsRequired(s) || construction.SetsRequiredMembers);

        var derived = type.IsTupleType || type.IsValueType ? EquatableArray<DerivedShape>.Empty : DerivedTypes.Of(type, names, values, compilation);
        return new ObjectModel
        {
            Key = key,
            DisplayType = TypeNames.Plain(type),
            MethodName = GeneratedNames.Shape(key),
            IsValueType = type.IsValueType,
            IsTuple = type.IsTupleType,
            Members = members.ToEquatableArray(),
            Derived = derived,
            IsAbstract = type.IsAbstract,
            Unknown = JsonAttributes.Number(type, "JsonUnmappedMemberHandlingAttribute") switch
            {
                0 => UnknownMembers.Skipped,
                1 => UnknownMembers.Refused,
                _ => UnknownMembers.Unsaid,
            },
            CanConstruct = canConstruct,
            Constructor = canConstruct
                ? construction!.Parameters
                    .Select(p => new ConstructorParameter(byName[p.Member], DefaultLiterals.Of(p.Parameter), JsonDefaults.Of(p.Parameter)))
                    .ToEquatableArray()
                : EquatableArray<ConstructorParameter>.Empty,
            Title = ConstraintParser.Title(type),
            Description = type.IsTupleType ? null : Docs.Of(type, CancellationToken.None),
            IsObsolete = Warnings.IsObsolete(type) || symbols.Any(Warnings.IsObsolete) || (derived.Count > 0 && DerivedTypes.AnyObsolete(type, compilation)),
            ExperimentalIds = Warnings.ExperimentalIds(symbols.Prepend(type)),
        };
    }

    private MemberModel Member(
        INamedTypeSymbol type, ISymbol symbol, IgnoreCondition condition, Construction? construction, HashSet<string> names)
    {
        var name = JsonAttributes.Name(symbol);

        // Two members with one name would give a line with duplicate keys.
        for (var (given, n) = (name, 2); !names.Add(name); n++)
        {
            name = given + "_" + GeneratedNames.Number(n);
        }

        var parameter = construction?.Parameters.FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(p.Member, symbol)).Parameter;
        var owner = SetterAccess.Owner(symbol, compilation);
        var value = JsonConverters.OfMember(type, symbol, values.Parse(MemberSymbols.TypeOf(symbol)), compilation);
        return new MemberModel
        {
            Name = TypeNames.Escape(symbol.Name),
            JsonName = name,
            Value = value,
            Constraints = type.IsTupleType ? Constraints.None : ConstraintParser.Of(type, symbol, parameter, value),
            Ignore = condition == IgnoreCondition.Never && values.IsOfLibrary(symbol) ? IgnoreCondition.WhenNull : condition,
            SensitiveKind = MemberSymbols.SensitiveKind(type, symbol),
            MayThrow = MemberSymbols.MayThrow(symbol),
            CanSet = condition != IgnoreCondition.WhenReading && (MemberSymbols.CanSet(symbol, compilation) || owner is not null),
            IsInitOnly = SetterAccess.IsInitOnly(symbol),
            SetterOwner = owner,
            IsAmbient = value.Kind is ValueKind.Opaque or ValueKind.Object or ValueKind.Any && AmbientTypes.Is(MemberSymbols.TypeOf(symbol)),
            IsExtension = JsonAttributes.Has(symbol, "JsonExtensionDataAttribute"),
            IsRequired = MemberSymbols.IsRequired(symbol) && construction is not { SetsRequiredMembers: true },
            IsConstructorParameter = parameter is not null,
            Description = type.IsTupleType ? null : Docs.Of(symbol, parameter, CancellationToken.None),
        };
    }

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System", IsGlobalNamespace: false }
            && type.ContainingAssembly.Name is var assembly
            && (assembly.StartsWith("System.", StringComparison.Ordinal)
                || assembly is "System" or "mscorlib" or "netstandard" or "Microsoft.CSharp")
            && assembly is not ("System.ClientModel" or "System.Numerics.Tensors");
    }
}
