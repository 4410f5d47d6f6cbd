using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Turns types into <see cref="ValueModel"/>s, and collects the objects and enums that they contain. Each method has its own parser.
/// </summary>
internal sealed class ValueParser(Compilation compilation, TypeNaming naming)
{
    // Some library types contain hundreds of others. Beyond this number they are opaque, to limit the generated code.
    private const int MaxObjects = 200;

    private readonly Dictionary<string, ObjectModel?> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumModel> _enums = new(StringComparer.Ordinal);

    // The maximum nesting of collections. A class can be a list of itself, or of ever larger types.
    private const int MaxCollections = 8;
    private HashSet<ITypeSymbol> _collections = new(SymbolEqualityComparer.Default);

    private readonly MessageLibrary? _library = MessageLibrary.Of(compilation);
    private readonly List<ValueModel> _roots = [];
    private int _depth;
    private bool _hasAny;
    private bool _hasMessages;

    /// <summary>The objects and enums of the values that were parsed so far.</summary>
    public ShapeSet Shapes
    {
        get
        {
            var written = new WrittenShapes(_objects.Values.OfType<ObjectModel>(), _roots);
            return new(
                _objects.Values.OfType<ObjectModel>().OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o with { IsWritten = written.Contains(o.Key) }).ToEquatableArray(),
                _enums.Values.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e with { IsWritten = written.Contains(e.Key) }).ToEquatableArray(),
                _hasAny,
                _hasMessages);
        }
    }

    public ValueModel Parse(ITypeSymbol type)
    {
        _depth++;
        var value = ParseType(type);
        if (--_depth == 0)
        {
            _roots.Add(value);
        }

        return value;
    }

    private ValueModel ParseType(ITypeSymbol type)
    {
        if (TypeNames.SpanElement(type) is { } item)
        {
            // The caller may change a span's content after the call has returned, so a copy is recorded.
            var copied = Parse(item.SpecialType == SpecialType.System_Char
                ? compilation.GetSpecialType(SpecialType.System_String)
                : compilation.CreateArrayTypeSymbol(item));
            return copied with { Copy = item.SpecialType == SpecialType.System_Char ? ".ToString()" : ".ToArray()", DisplayType = TypeNames.Plain(type) };
        }

        if (type is ITypeParameterSymbol parameter)
        {
            // The type argument is known when the method runs. A ref struct cannot be boxed, so its value is not read.
            return Model(type, parameter.AllowsRefLikeType ? ValueKind.Opaque : ValueKind.Any);
        }

        if (!IsNameable(type))
        {
            return Opaque(type);
        }

        if (Scalars.Of(type) is { } scalar)
        {
            return Model(type, scalar);
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => Model(type, ValueKind.Array) with { Element = Parse(array.ElementType) },
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                ParseNullable(nullable),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } named => TypeNames.HasTypeParameter(named) ? Model(type, ValueKind.Any) : ParseEnum(named),
            INamedTypeSymbol named => ParseNamed(named),
            _ => Opaque(type),
        };
    }

    /// <summary>The model of a result that returns its items one after the other.</summary>
    /// <param name="type">The type of the result.</param>
    /// <param name="item">The type of its items; null where the type does not state it.</param>
    public ValueModel ParseItems(ITypeSymbol type, ITypeSymbol? item) => Model(type, ValueKind.List) with
    {
        Element = Parse(item ?? compilation.ObjectType.WithNullableAnnotation(NullableAnnotation.Annotated)),
        Construct = "{0}", // a typed step has them as a list
    };

    private ValueModel ParseNullable(INamedTypeSymbol type)
    {
        var element = Parse(type.TypeArguments[0]);
        return element.IsOpaque ? Opaque(type) : Model(type, ValueKind.Nullable) with { Element = element, AllowsNull = true };
    }

    private ValueModel ParseEnum(INamedTypeSymbol type)
    {
        var key = TypeNames.Oblivious(type);
        if (!_enums.ContainsKey(key))
        {
            _enums[key] = EnumParser.Parse(type, key);
        }

        return Model(type, ValueKind.Enum) with { Shape = key };
    }

    private ValueModel ParseNamed(INamedTypeSymbol type)
    {
        if (_library?.Writes(type) != true && JsonConverters.OfType(type, Model(type, ValueKind.Opaque), compilation) is { } converted)
        {
            return converted;
        }

        if (_collections.Count >= MaxCollections || !_collections.Add(type))
        {
            return Opaque(type);
        }

        try
        {
            return ParseOpened(type);
        }
        finally
        {
            _collections.Remove(type);
        }
    }

    private ValueModel ParseOpened(INamedTypeSymbol type)
    {
        if (type is { MetadataName: "Memory`1" or "ReadOnlyMemory`1", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return Model(type, ValueKind.List) with { Element = Parse(type.TypeArguments[0]), Construct = "{0}.ToArray()", Items = ".ToArray()" };
        }

        if (SequenceTypes.DictionaryOf(type) is { } pair)
        {
            var key = Parse(pair.Key);
            return Scalars.CanBeKey(key.Kind)
                ? Model(type, ValueKind.Dictionary) with
                {
                    DictionaryKey = key,
                    Element = Parse(pair.Value),
                    Construct = SequenceTypes.ConstructDictionary(type, pair.Key, pair.Value),
                }
                : Opaque(type);
        }

        if (SequenceTypes.ElementOf(type) is { } element)
        {
            return Model(type, ValueKind.List) with
            {
                Element = Parse(element),
                Construct = SequenceTypes.ConstructList(type, element),
            };
        }

        if (SequenceTypes.IsUntyped(type))
        {
            return Model(type, ValueKind.Any);
        }

        // The methods that write objects are outside of the generic type or method, so they cannot name its type parameters.
        if (TypeNames.HasTypeParameter(type))
        {
            return ObjectParser.IsObject(type) ? Model(type, ValueKind.Any) : Opaque(type);
        }

        var isMessage = _library?.Writes(type) == true;
        if (!ObjectParser.IsObject(type) || !ParseObject(type))
        {
            return isMessage && JsonConverters.IsUnknown(type) ? Model(type, ValueKind.Any) : Opaque(type);
        }

        _hasMessages |= isMessage;
        return Model(type, ValueKind.Object) with { Shape = Key(type), NeedsContext = JsonConverters.IsUnknown(type), IsOfLibrary = isMessage };
    }

    /// <summary>False if the type has nothing to write.</summary>
    private bool ParseObject(INamedTypeSymbol type)
    {
        var key = Key(type);
        if (_objects.ContainsKey(key))
        {
            return true;
        }

        if (_objects.Count >= MaxObjects)
        {
            return false;
        }

        // Added before its members are parsed, since these may be of the same type.
        _objects[key] = null;
        var around = _collections;
        _collections = new(SymbolEqualityComparer.Default);
        var parsed = new ObjectParser(compilation, this).Parse(type, key);
        _collections = around;
        if (parsed is null)
        {
            _objects.Remove(key);
            return false;
        }

        _objects[key] = parsed;
        return true;
    }

    private bool IsNameable(ITypeSymbol type) =>
        !type.IsRefLikeType
        && type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error or TypeKind.TypeParameter)
        && !TypeNames.HasFileLocal(type)
        && (type.TypeKind == TypeKind.Dynamic || (Visible.Is(type, compilation) && GlobalNames.Reach(type, compilation)));

    // Nullability in type arguments does not change an object. Without it, both forms have one key, and the generated file has one method for both.
    private static string Key(INamedTypeSymbol type) => TypeNames.Oblivious(type.WithNullableAnnotation(NullableAnnotation.None));

    /// <summary>Whether a library declares the member. The library leaves the member out where it is null.</summary>
    public bool IsOfLibrary(ISymbol member) => _library?.Declares(member) == true;

    /// <summary>The model of a value that is passed on without being read.</summary>
    public ValueModel Unread(ITypeSymbol type) => Opaque(type);

    private ValueModel Opaque(ITypeSymbol type) => Model(type, ValueKind.Opaque);

    private ValueModel Model(ITypeSymbol type, ValueKind kind)
    {
        var isAny = kind == ValueKind.Any;
        _hasAny |= isAny;
        _hasMessages |= isAny && _library is not null;
        return new()
        {
            Kind = kind,
            Type = naming.Unannotated(type),
            DisplayType = TypeNames.Plain(type),
            IsValueType = type.IsValueType,
            AllowsNull = type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated,
            IsPublic = TypeNames.IsPublic(type),
            IsOfLibrary = isAny && _library is not null,
        };
    }
}
