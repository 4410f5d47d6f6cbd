using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>
/// The JSON Schema of a tool's arguments, or of its result, as compact JSON. It has the same meaning as the schema that <c>AIFunctionFactory</c> of
/// Microsoft.Extensions.AI makes for the method; docs/conformance.md lists the intended differences.
/// </summary>
internal sealed partial class JsonSchema
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly Dictionary<string, EnumModel> _enums;
    private readonly bool _isResult;

    private JsonSchema(ShapeSet shapes, bool isResult)
    {
        _objects = shapes.Objects.ToDictionary(static o => o.Key);
        _enums = shapes.Enums.ToDictionary(static e => e.Key);
        _isResult = isResult;
    }

    public static string OfInput(MethodModel method)
    {
        var schema = new JsonSchema(method.Shapes, isResult: false);
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

        var members = new JsonMembers();
        members.Add("type", "\"object\"");
        AddProperties(members, properties, required);
        return members.ToString();
    }

    /// <summary>The schema of the result; null for a method that returns nothing.</summary>
    public static string? OfResult(MethodModel method) => method.Result is { } result
        ? new JsonSchema(method.Shapes, isResult: true).Value(result, method.ReturnsDescription, null, Constraints.None, "#")
        : null;

    private string Value(ValueModel value, string? description, string? defaultJson, Constraints constraints, string pointer)
    {
        var inner = value.Kind == ValueKind.Nullable ? value.Element! : value;

        // A value that a model must not send as null may still be null in a tool's result.
        var nullable = (value.AllowsNull || value.Kind == ValueKind.Nullable) && (_isResult || !constraints.RefusesNull);
        var schema = new JsonMembers();
        var text = Description(inner, description, hasChoice: constraints.Allowed.Count > 0);
        if (constraints.Times is { } times)
        {
            text = text is null ? times.Text : text + "\n" + times.Text;
        }

        if (text is not null)
        {
            schema.Add("description", JsonLiterals.Quote(text));
        }

        Append(schema, inner, nullable, constraints, pointer);
        ConstraintSchema.Append(schema, constraints, inner.Kind);
        if (defaultJson is not null)
        {
            schema.Add("default", defaultJson);
        }

        return schema.Count == 0 ? "true" : schema.ToString();
    }

    private void Append(JsonMembers schema, ValueModel value, bool nullable, Constraints constraints, string pointer)
    {
        switch (value.Kind)
        {
            case ValueKind.Enum:
                AppendEnum(schema, _enums[value.Shape!], nullable);
                break;
            case ValueKind.Array or ValueKind.List:
                schema.Add("type", Type("array", nullable));
                schema.Add("items", Value(value.Element!, null, null, Constraints.OfItems(constraints), pointer + "/items"));
                break;
            case ValueKind.Dictionary:
                schema.Add("type", Type("object", nullable));
                schema.Add("additionalProperties", Value(value.Element!, null, null, Constraints.OfItems(constraints), pointer + "/additionalProperties"));
                break;
            case ValueKind.Object:
                AppendObject(schema, _objects[value.Shape!], nullable, pointer);
                break;
            case ValueKind.Half or ValueKind.Single or ValueKind.Double when constraints.NamesNumbers:
                schema.Add("anyOf", $$"""[{"type":{{Type("number", nullable)}}},{"enum":["NaN","Infinity","-Infinity"]}]""");
                break;
            default:
                ScalarSchema.Append(schema, value, nullable);
                break;
        }
    }

    private static void AppendEnum(JsonMembers schema, EnumModel model, bool nullable)
    {
        schema.Add("type", Type("string", nullable));
        if (!model.IsFlags)
        {
            var names = model.Members.Where(static m => !m.IsAlias).Select(static m => JsonLiterals.Quote(m.JsonName));
            schema.Add("enum", "[" + string.Join(",", nullable ? names.Append("null") : names) + "]");
        }
    }

    /// <summary>The description of the value itself, or else of its type. For an enum, the descriptions of its members are added.</summary>
    private string? Description(ValueModel value, string? own, bool hasChoice) => value.Kind switch
    {
        ValueKind.Object => own ?? _objects[value.Shape!].Description,
        ValueKind.Enum => EnumDescription.Of(_enums[value.Shape!], own, hasChoice),
        _ => own,
    };

    internal static string Type(string name, bool nullable) => nullable ? $"[\"{name}\",\"null\"]" : $"\"{name}\"";

    private static string Segment(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");
}
