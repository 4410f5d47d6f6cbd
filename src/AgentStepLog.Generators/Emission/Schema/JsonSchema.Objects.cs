using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

internal sealed partial class JsonSchema
{
    /// <summary>The objects that are being written, outermost first. An object that occurs inside itself becomes a reference.</summary>
    private readonly List<(string Shape, bool Nullable, string Pointer)> _open = [];

    private void AppendObject(JsonMembers schema, ObjectModel model, bool nullable, string pointer)
    {
        foreach (var open in _open)
        {
            if (open.Shape == model.Key && open.Nullable == nullable)
            {
                schema.Add("$ref", JsonLiterals.Quote(open.Pointer));
                return;
            }
        }

        _open.Add((model.Key, nullable, pointer));
        schema.Add("type", Type("object", nullable));
        if (model.IsTold)
        {
            AppendKinds(schema, model, pointer);
        }
        else
        {
            AppendMembers(schema, model, null, false, pointer);
        }

        if (model.Title is { } title)
        {
            schema.Add("title", JsonLiterals.Quote(title));
        }

        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Adds the possible types, each with its discriminator.</summary>
    private void AppendKinds(JsonMembers schema, ObjectModel model, string pointer)
    {
        var derived = model.Derived.Where(d => d.Json is not null || _isResult).OrderBy(static d => d.Order).ToList();
        var hasItself = !model.IsAbstract && derived.All(d => d.Key != model.Key);
        var isTold = !hasItself && derived.All(static d => d.Json is not null);
        var kinds = new List<string>();
        foreach (var shape in derived)
        {
            var kind = new JsonMembers();
            var of = _objects[shape.Key];
            if (of.Description is { } text && of.Key != model.Key)
            {
                kind.Add("description", JsonLiterals.Quote(text));
            }

            AppendMembers(kind, of, shape, isTold, Kind(pointer, kinds.Count));
            kinds.Add(kind.ToString());
        }

        if (hasItself)
        {
            var itself = new JsonMembers();
            AppendMembers(itself, model, null, isTold, Kind(pointer, kinds.Count));
            kinds.Add(itself.ToString());
        }

        // Stated once for all types, as Microsoft.Extensions.AI does.
        if (isTold)
        {
            schema.Add("required", "[" + JsonLiterals.Quote(model.Discriminator!) + "]");
        }

        schema.Add("anyOf", "[" + string.Join(",", kinds) + "]");
    }

    private void AppendMembers(JsonMembers schema, ObjectModel model, DerivedShape? derived, bool isTold, string pointer)
    {
        var properties = new JsonMembers();
        var required = new List<string>();
        if (derived is { Json: { } told, Property: { } property })
        {
            properties.Add(property, "{\"const\":" + told + "}");
            if (!isTold)
            {
                required.Add(property);
            }
        }

        foreach (var member in _isResult ? Written(model) : Readability.Members(model))
        {
            if (member.IsExtension)
            {
                continue;
            }

            var parameter = model.Constructor.FirstOrDefault(p => p.Member == member.JsonName);
            properties.Add(member.JsonName, Member(member, parameter?.DefaultJson, pointer + "/properties" + Segment(member.JsonName)));
            if (member.IsRequired || member.Constraints.IsDemanded || (parameter is not null && parameter.DefaultLiteral is null))
            {
                required.Add(member.JsonName);
            }
        }

        AddProperties(schema, properties, required);
        if (model.Unknown == UnknownMembers.Refused)
        {
            schema.Add("additionalProperties", "false");
        }
    }

    private static string Kind(string pointer, int index) => pointer + "/anyOf/" + Parsing.GeneratedNames.Number(index);

    private static IEnumerable<MemberModel> Written(ObjectModel model) => model.Members.Where(static m => m.Ignore != IgnoreCondition.WhenWriting);

    // In a result, a sensitive member is replaced by a text, so its schema is that of a text.
    private string Member(MemberModel member, string? defaultJson, string pointer) => _isResult && member.SensitiveKind is not null
        ? Value(member.Value with { Kind = ValueKind.String, AllowsNull = false, Element = null }, member.Description, null, Constraints.None, pointer)
        : Value(member.Value, member.Description, defaultJson, _isResult ? Constraints.OfResult(member.Constraints) : member.Constraints, pointer);

    private static void AddProperties(JsonMembers schema, JsonMembers properties, List<string> required)
    {
        schema.Add("properties", properties.ToString());
        if (required.Count > 0)
        {
            schema.Add("required", "[" + string.Join(",", required.Select(JsonLiterals.Quote)) + "]");
        }
    }
}
