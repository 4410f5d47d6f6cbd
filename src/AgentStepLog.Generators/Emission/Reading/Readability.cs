using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Decides whether a value can be made from JSON. A type that contains itself can, if all its other parts can.</summary>
internal sealed class Readability
{
    private readonly Dictionary<string, ObjectModel> _objects;
    private readonly HashSet<string> _assumed = [];
    private readonly bool _recorded;

    /// <param name="recorded">
    /// Whether the JSON comes from a log. There, sensitive members are withheld, so that an object with one cannot be read. The same applies to an object that was
    /// written as one of several types: reading it would keep the common members only.
    /// </param>
    public Readability(ShapeSet shapes, bool recorded)
    {
        _objects = shapes.Objects.ToDictionary(static o => o.Key);
        _recorded = recorded;
    }

    public bool CanRead(ValueModel value)
    {
        _assumed.Clear();
        return Check(value, isMember: false);
    }

    /// <summary>The members of an object that are read.</summary>
    public static IEnumerable<MemberModel> Members(ObjectModel model) =>
        model.Members.Where(static m => (m.CanSet || m.IsConstructorParameter) && !(m.IsExtension && !TakesRest(m.Value)));

    /// <summary>Whether a member of the type can receive the members without a property of their own.</summary>
    public static bool TakesRest(ValueModel value) =>
        value is { Kind: ValueKind.Dictionary } or { Kind: ValueKind.JsonNode, Type: "global::System.Text.Json.Nodes.JsonObject" };

    /// <summary>The type with a converter that no context knows, where that is why a value cannot be made.</summary>
    public string? WithoutContext { get; private set; }

    private bool Check(ValueModel value, bool isMember)
    {
        if (value.NeedsContext && !_recorded)
        {
            WithoutContext = value.DisplayType;
            return false;
        }

        return CheckKind(value, isMember);
    }

    private bool CheckKind(ValueModel value, bool isMember) => value.Kind switch
    {
        // A typed step shows a value that a library wrote as JSON, since the library's converters may write values that are no objects.
        _ when _recorded && value.IsMessages && (!isMember || value.NeedsContext) => !isMember,
        ValueKind.Converted => !_recorded || !isMember,        // a typed step shows it as JSON

        ValueKind.Opaque or ValueKind.NativeInteger => false,
        // Any JSON can be read as object, but not as ArrayList. A typed step shows both as JSON, unless they are members of a user's type.
        ValueKind.Any => value.Type is "object" or "dynamic" || (_recorded && !isMember),
        ValueKind.Nullable or ValueKind.Array => Check(value.Element!, isMember),
        ValueKind.List or ValueKind.Dictionary => value.Construct is not null && Check(value.Element!, isMember),
        ValueKind.Object => CheckObject(_objects[value.Shape!]),
        _ => true,
    };

    private bool CheckObject(ObjectModel model)
    {
        if (!_assumed.Add(model.Key))
        {
            return true;
        }

        return model.IsTold
            ? model.Derived.Where(static d => d.Json is not null).All(d => CheckMembers(_objects[d.Key])) && !_recorded
            : CheckMembers(model);
    }

    private bool CheckMembers(ObjectModel model)
    {
        _assumed.Add(model.Key);
        return model.CanConstruct
            && Members(model).All(m => Check(m.Value, isMember: true))
            && !(_recorded && (model.Derived.Count > 0 || model.Members.Any(static m => m.SensitiveKind is not null)));
    }
}
