using System.Collections.Generic;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The types whose values are a single JSON value.</summary>
internal static class Scalars
{
    private static readonly Dictionary<SpecialType, ValueKind> s_special = new()
    {
        [SpecialType.System_Boolean] = ValueKind.Boolean,
        [SpecialType.System_SByte] = ValueKind.SByte,
        [SpecialType.System_Byte] = ValueKind.Byte,
        [SpecialType.System_Int16] = ValueKind.Int16,
        [SpecialType.System_UInt16] = ValueKind.UInt16,
        [SpecialType.System_Int32] = ValueKind.Int32,
        [SpecialType.System_UInt32] = ValueKind.UInt32,
        [SpecialType.System_Int64] = ValueKind.Int64,
        [SpecialType.System_UInt64] = ValueKind.UInt64,
        [SpecialType.System_Single] = ValueKind.Single,
        [SpecialType.System_Double] = ValueKind.Double,
        [SpecialType.System_Decimal] = ValueKind.Decimal,
        [SpecialType.System_Char] = ValueKind.Char,
        [SpecialType.System_String] = ValueKind.String,
        [SpecialType.System_DateTime] = ValueKind.DateTime,
        [SpecialType.System_IntPtr] = ValueKind.NativeInteger,
        [SpecialType.System_UIntPtr] = ValueKind.NativeInteger,
        [SpecialType.System_Object] = ValueKind.Any,
    };

    private static readonly Dictionary<string, ValueKind> s_named = new()
    {
        ["System.Int128"] = ValueKind.Int128,
        ["System.UInt128"] = ValueKind.UInt128,
        ["System.Half"] = ValueKind.Half,
        ["System.DateTimeOffset"] = ValueKind.DateTimeOffset,
        ["System.DateOnly"] = ValueKind.DateOnly,
        ["System.TimeOnly"] = ValueKind.TimeOnly,
        ["System.TimeSpan"] = ValueKind.TimeSpan,
        ["System.Guid"] = ValueKind.Guid,
        ["System.Uri"] = ValueKind.Uri,
        ["System.Version"] = ValueKind.Version,
        ["System.ReadOnlyMemory<byte>"] = ValueKind.ByteMemory,
        ["System.Memory<byte>"] = ValueKind.ByteMemory,
        ["System.Text.Json.JsonElement"] = ValueKind.JsonElement,
        ["System.Text.Json.JsonDocument"] = ValueKind.JsonDocument,
        ["System.Text.Json.Nodes.JsonNode"] = ValueKind.JsonNode,
        ["System.Text.Json.Nodes.JsonObject"] = ValueKind.JsonNode,
        ["System.Text.Json.Nodes.JsonArray"] = ValueKind.JsonNode,
        ["System.Text.Json.Nodes.JsonValue"] = ValueKind.JsonNode,
        ["AgentStepLog.JsonText"] = ValueKind.JsonText,
    };

    public static ValueKind? Of(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Dynamic)
        {
            return ValueKind.Any;
        }

        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return ValueKind.Bytes;
        }

        if (s_special.TryGetValue(type.SpecialType, out var special))
        {
            return special;
        }

        return type is INamedTypeSymbol && s_named.TryGetValue(TypeNames.Plain(type), out var named) ? named : null;
    }

    /// <summary>Whether a dictionary with such keys has a JSON form: different keys have different texts.</summary>
    public static bool CanBeKey(ValueKind kind) => kind is (>= ValueKind.Boolean and <= ValueKind.Version) or ValueKind.Enum;
}
