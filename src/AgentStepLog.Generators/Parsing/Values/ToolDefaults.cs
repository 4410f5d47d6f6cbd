using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The value of a parameter that a model leaves out: that of <c>[DefaultValue]</c>, or else its default in C#.</summary>
internal static class ToolDefaults
{
    /// <summary>The value; null where the model must give one.</summary>
    public static Optional<object?>? Of(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is
                {
                    Name: "DefaultValueAttribute",
                    ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
                }
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } constant
                && Fits(constant, parameter.Type))
            {
                return new(constant.Value);
            }
        }

        return parameter.HasExplicitDefaultValue ? new(parameter.ExplicitDefaultValue) : null;
    }

    /// <summary>The same as a C# expression.</summary>
    public static string? Literal(IParameterSymbol parameter) =>
        Of(parameter) is { } value ? DefaultLiterals.Of(parameter.Type, value.Value) : null;

    private static bool Fits(TypedConstant constant, ITypeSymbol declared)
    {
        var type = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : declared;
        return constant.IsNull
            ? !type.IsValueType || !SymbolEqualityComparer.Default.Equals(type, declared)
            : SymbolEqualityComparer.Default.Equals(constant.Type, type) || (IsNumber(constant.Type!) && IsNumber(type) && Holds(type.SpecialType, constant.Value!));
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    // [DefaultValue(5)] on a long or a double is that number. A number that the type cannot hold is ignored.
    private static bool Holds(SpecialType type, object number) => number is int n && type switch
    {
        SpecialType.System_SByte => n is >= sbyte.MinValue and <= sbyte.MaxValue,
        SpecialType.System_Byte => n is >= byte.MinValue and <= byte.MaxValue,
        SpecialType.System_Int16 => n is >= short.MinValue and <= short.MaxValue,
        SpecialType.System_UInt16 => n is >= ushort.MinValue and <= ushort.MaxValue,
        SpecialType.System_UInt32 or SpecialType.System_UInt64 => n >= 0,
        _ => true,
    };
}
