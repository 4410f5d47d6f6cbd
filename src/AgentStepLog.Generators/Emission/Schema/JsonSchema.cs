using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>
/// The JSON Schema of a tool's arguments, as compact JSON. Means the same as what <c>AIFunctionFactory</c> of
/// Microsoft.Extensions.AI makes of the method; docs/conformance.md lists the intended differences.
/// </summary>
internal sealed class JsonSchema
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly Dictionary<string, EnumModel> _enums;

    /// <summary>The objects that are being written, outermost first: one that returns inside itself is a reference.</summary>
    private readonly List<(string Shape, bool Nullable, string Pointer)> _open = [];

    private JsonSchema(ShapeSet shapes)
    {
        _objects = shapes.Objects.ToDictionary(static o => o.Key);
        _enums = shapes.Enums.ToDictionary(static e => e.Key);
    }

    public static string OfInput(MethodModel method)
    {
        var schema = new JsonSchema(method.Shapes);
        var properties = new JsonMembers();
        var required = new List<string>();
        foreach (var parameter in method.Parameters.Where(static p => p.IsToolInput))
        {
            properties.Add(
                parameter.Name,
                schema.Value(parameter.Value, parameter.Description, parameter.DefaultJson, parameter.Constraints, "#/properties" + Segment(parameter.Name)));
            if (!parameter.IsOptional)
            {
                required.Add(parameter.Name);
            }
        }

        return Object("\"object\"", new JsonMembers(), properties, required).ToString();
    }

    private string Value(ValueModel value, string? description, string? defaultJson, Constraints constraints, string pointer)
    {
        var inner = value.Kind == ValueKind.Nullable ? value.Element! : value;
        var nullable = (value.AllowsNull || value.Kind == ValueKind.Nullable) && !constraints.RefusesNull;
        var schema = new JsonMembers();
        if (Description(inner, description) is { } text)
        {
            schema.Add("description", JsonStrings.Quote(text));
        }

        Append(schema, inner, nullable, pointer);
        ConstraintSchema.Append(schema, constraints, inner.Kind);
        if (defaultJson is not null)
        {
            schema.Add("default", defaultJson);
        }

        return schema.Count == 0 ? "true" : schema.ToString();
    }

    private void Append(JsonMembers schema, ValueModel value, bool nullable, string pointer)
    {
        switch (value.Kind)
        {
            case ValueKind.Enum:
                AppendEnum(schema, _enums[value.Shape!], nullable);
                break;
            case ValueKind.Array or ValueKind.List:
                schema.Add("type", Type("array", nullable));
                schema.Add("items", Value(value.Element!, null, null, Constraints.None, pointer + "/items"));
                break;
            case ValueKind.Dictionary:
                schema.Add("type", Type("object", nullable));
                schema.Add("additionalProperties", Value(value.Element!, null, null, Constraints.None, pointer + "/additionalProperties"));
                break;
            case ValueKind.Object:
                AppendObject(schema, _objects[value.Shape!], nullable, pointer);
                break;
            default:
                ScalarSchema.Append(schema, value, nullable);
                break;
        }
    }

    private void AppendObject(JsonMembers schema, ObjectModel model, bool nullable, string pointer)
    {
        foreach (var open in _open)
        {
            if (open.Shape == model.Key && open.Nullable == nullable)
            {
                schema.Add("$ref", JsonStrings.Quote(open.Pointer));
                return;
            }
        }

        _open.Add((model.Key, nullable, pointer));
        var properties = new JsonMembers();
        var required = new List<string>();
        foreach (var member in model.Members.Where(static m => m.CanSet || m.IsConstructorParameter))
        {
            var parameter = model.Constructor.FirstOrDefault(p => p.Member == member.JsonName);
            properties.Add(
                member.JsonName,
                Value(member.Value, member.Description, parameter?.DefaultJson, member.Constraints, pointer + "/properties" + Segment(member.JsonName)));
            if (member.IsRequired || member.Constraints.IsDemanded || (parameter is not null && parameter.DefaultLiteral is null))
            {
                required.Add(member.JsonName);
            }
        }

        _open.RemoveAt(_open.Count - 1);
        Object(Type("object", nullable), schema, properties, required);
        if (model.Title is { } title)
        {
            schema.Add("title", JsonStrings.Quote(title));
        }
    }

    private static JsonMembers Object(string type, JsonMembers schema, JsonMembers properties, List<string> required)
    {
        schema.Add("type", type);
        schema.Add("properties", properties.ToString());
        if (required.Count > 0)
        {
            schema.Add("required", "[" + string.Join(",", required.Select(JsonStrings.Quote)) + "]");
        }

        return schema;
    }

    private static void AppendEnum(JsonMembers schema, EnumModel model, bool nullable)
    {
        schema.Add("type", Type("string", nullable));
        if (!model.IsFlags)
        {
            var names = model.Members.Where(static m => !m.IsAlias).Select(static m => JsonStrings.Quote(m.JsonName));
            schema.Add("enum", "[" + string.Join(",", nullable ? names.Append("null") : names) + "]");
        }
    }

    /// <summary>What is said of the value itself, else of its type; for an enum also what is said of its members.</summary>
    private string? Description(ValueModel value, string? own) => value.Kind switch
    {
        ValueKind.Object => own ?? _objects[value.Shape!].Description,
        ValueKind.Enum => EnumDescription.Of(_enums[value.Shape!], own),
        _ => own,
    };

    internal static string Type(string name, bool nullable) => nullable ? $"[\"{name}\",\"null\"]" : $"\"{name}\"";

    private static string Segment(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");
}
