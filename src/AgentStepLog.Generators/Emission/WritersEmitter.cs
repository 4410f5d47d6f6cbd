using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the methods that write the project's objects and enums.</summary>
internal static class WritersEmitter
{
    public const string HintName = "AgentStepLog.ValueWriters.g.cs";

    public static string Emit(ShapeSet shapes)
    {
        var source = GeneratedFile.Begin("enable annotations", shapes.ExperimentalIds);
        using (source.Braces("namespace " + GeneratedFile.Namespace))
        {
            if (shapes.Objects.Count + shapes.Enums.Count > 0)
            {
                Writers(source, shapes);
                if (shapes.HasAny || shapes.HasMessages)
                {
                    source.Line();
                }
            }

            if (shapes.HasAny || shapes.HasMessages)
            {
                KnownValuesEmitter.Emit(source, shapes);
            }

            if (shapes.HasMessages)
            {
                source.Line();
                MessagesEmitter.Emit(source, shapes.Offer);
            }
        }

        return source.ToString();
    }

    private static void Writers(SourceWriter source, ShapeSet shapes)
    {
        source.Line("/// <summary>Writes the inputs and outputs of recorded calls, member by member.</summary>");
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.EditorHidden);
        using (source.Braces("internal static class ValueWriters"))
        {
            var isFirst = true;
            var derived = new HashSet<string>(shapes.Objects.SelectMany(static o => o.Derived).Select(static d => d.Key), System.StringComparer.Ordinal);
            foreach (var shape in shapes.Objects)
            {
                source.Separate(ref isFirst);
                Object(source, shape, isDerived: derived.Contains(shape.Key));
            }

            foreach (var shape in shapes.Enums)
            {
                source.Separate(ref isFirst);
                Enum(source, shape);
            }
        }
    }

    private static void Obsolete(SourceWriter source, bool isObsolete)
    {
        if (isObsolete)
        {
            source.Line(GeneratedFile.Obsolete);
        }
    }

    private static void Object(SourceWriter source, ObjectModel shape, bool isDerived)
    {
        Obsolete(source, shape.IsObsolete);
        var type = shape.IsValueType ? shape.Key : shape.Key + "?";
        using (source.Braces($"internal static void {shape.MethodName}({GeneratedFile.Services}CaptureWriter w, {type} v)"))
        {
            using (source.Braces(shape.IsValueType ? "if (!w.BeginObject())" : "if (!w.BeginObject(v))"))
            {
                source.Line("return;");
            }

            source.Line();
            if (shape.Derived.Count > 0)
            {
                Derived(source, shape, isDerived);
            }
            else if (isDerived)
            {
                source.Line(shape.MethodName + "_Members(w, v);");
            }
            else
            {
                Members(source, shape);
            }

            source.Line("w.EndObject();");
        }

        if (isDerived)
        {
            source.Line();
            Obsolete(source, shape.IsObsolete);
            using (source.Braces($"private static void {shape.MethodName}_Members({GeneratedFile.Services}CaptureWriter w, {shape.Key} v)"))
            {
                Members(source, shape);
            }
        }
    }

    // A value that is declared as its base type is written by its type at run time.
    private static void Derived(SourceWriter source, ObjectModel shape, bool isDerived)
    {
        using (source.Braces("switch (v)"))
        {
            for (var i = 0; i < shape.Derived.Count; i++)
            {
                var (key, property, discriminator) = (shape.Derived[i].Key, shape.Derived[i].Property, shape.Derived[i].Discriminator);
                var local = "d" + Parsing.GeneratedNames.Number(i + 1);
                var say = property is null ? "" : $"w.Property({ValueStatements.Literal(property)}); w.Value({discriminator}); ";
                source.Line($"case {key} {local}: {say}{Parsing.GeneratedNames.Shape(key)}_Members(w, {local}); break;");
            }

            source.Line("default:");
            using (source.Indent())
            {
                if (isDerived)
                {
                    source.Line(shape.MethodName + "_Members(w, v);");
                }
                else
                {
                    Members(source, shape);
                }

                source.Line("break;");
            }
        }

        source.Line();
    }

    private static void Members(SourceWriter source, ObjectModel shape)
    {
        for (var i = 0; i < shape.Members.Count; i++)
        {
            if (shape.Members[i] is { IsExtension: true, SensitiveKind: null, Value: { Kind: ValueKind.Dictionary, DictionaryKey.Kind: ValueKind.String } or { Kind: ValueKind.JsonNode } } rest
                && Reading.Readability.TakesRest(rest.Value))
            {
                Rest(source, shape, rest);
            }
            else if (shape.Members[i] is { IsAmbient: false, Ignore: not IgnoreCondition.WhenWriting })
            {
                Member(source, shape.Members[i], i);
            }
        }
    }

    // These members are written beside the others, as JSON had them.
    private static void Rest(SourceWriter source, ObjectModel shape, MemberModel rest)
    {
        var names = string.Join(", ", shape.Members.Where(static m => !m.IsExtension).Select(static m => ValueStatements.Literal(m.JsonName)));
        var (type, write) = rest.Value.Element is { } element
            ? (element.AnnotatedType, ValueStatements.Write(element, "x"))
            : ("global::System.Text.Json.Nodes.JsonNode?", "w.Value(x);");
        source.Line($"w.Rest<{type}>(v.{rest.Name}, [{names}], static (w, x) => {{ {write} }});");
    }

    private static void Member(SourceWriter source, MemberModel member, int index)
    {
        var property = $"w.Property({ValueStatements.Literal(member.JsonName)});";
        if (member.SensitiveKind is { } kind)
        {
            source.Line($"{property} {ValueStatements.Withhold(kind, member.Value, "v", "." + member.Name)}");
            return;
        }

        // A value of an opaque type is not read at all.
        if (member.Value.Kind == ValueKind.Opaque)
        {
            source.Line($"{property} {ValueStatements.Write(member.Value, "")}");
            return;
        }

        var read = $"v.{member.Name}";
        if (!member.MayThrow)
        {
            var write = $"{property} {ValueStatements.Write(member.Value, read)}";
            source.Line(Condition(member, read) is { } condition ? $"if ({condition}) {{ {write} }}" : write);
            return;
        }

        var local = "m" + Parsing.GeneratedNames.Number(index + 1);
        if (Condition(member, local) is { } onlyIf)
        {
            var name = ValueStatements.Literal(member.JsonName);
            source.Line($"if (w.Get({name}, v, static o => o.{member.Name}, out var {local}) && {onlyIf}) {{ {property} {ValueStatements.Write(member.Value, local)} }}");
            return;
        }

        // The name is written before the getter runs. If the getter throws, a mark takes the place of the value.
        source.Line($"{property} if (w.Get(v, static o => o.{member.Name}, out var {local})) {{ {ValueStatements.Write(member.Value, local)} }}");
    }

    private static string? Condition(MemberModel member, string read) => member.Ignore switch
    {
        IgnoreCondition.WhenNull when member.Value.AllowsNull => $"{read} is not null",
        IgnoreCondition.WhenDefault when !member.Value.IsValueType => $"{read} is not null",
        IgnoreCondition.WhenDefault =>
            $"!global::System.Collections.Generic.EqualityComparer<{member.Value.Type}>.Default.Equals({read}, default)",
        _ => null,
    };

    private static void Enum(SourceWriter source, EnumModel shape)
    {
        Obsolete(source, shape.IsObsolete);
        using (source.Braces($"internal static void {shape.MethodName}({GeneratedFile.Services}CaptureWriter w, {shape.Key} v)"))
        {
            if (shape.IsFlags)
            {
                source.Line($"w.EnumName({shape.MethodName}_Name(v));");
            }
            else
            {
                using (source.Braces($"if ({shape.MethodName}_Name(v) is {{ }} name)"))
                {
                    source.Line("w.EnumName(name);");
                }

                using (source.Braces("else"))
                {
                    source.Line($"w.Value(({shape.UnderlyingType})v);");
                }
            }
        }

        source.Line();
        Obsolete(source, shape.IsObsolete);
        using (source.Braces($"internal static {(shape.IsFlags ? "string" : "string?")} {shape.MethodName}_Name({shape.Key} v) => v switch", "};"))
        {
            foreach (var member in shape.Members.Where(m => !m.IsAlias))
            {
                source.Line($"{shape.Key}.{member.Name} => {ValueStatements.Literal(member.JsonName)},");
            }

            source.Line(shape.IsFlags ? $"_ => {Combination(shape)}," : "_ => null,");
        }
    }

    // The name of several members at once, or of bits without a member.
    private static string Combination(EnumModel shape) =>
        $"{GeneratedFile.Services}FlagNames.Of<{shape.Key}>(v, [{string.Join(", ", shape.Flags.Select(m => $"({ValueStatements.Literal(m.JsonName)}, {shape.Key}.{m.Name})"))}])";

    /// <summary>The named types that all methods write, each once.</summary>
    public static ShapeSet Merge(IEnumerable<ShapeSet> sets)
    {
        var objects = new SortedDictionary<string, ObjectModel>(System.StringComparer.Ordinal);
        var enums = new SortedDictionary<string, EnumModel>(System.StringComparer.Ordinal);
        var hasAny = false;
        var hasMessages = false;
        ToolOffer? offer = null;
        foreach (var set in sets)
        {
            hasAny |= set.HasAny;
            hasMessages |= set.HasMessages || set.Offer is not null;
            offer ??= set.Offer;
            foreach (var shape in set.Objects.Where(static o => o.IsWritten))
            {
                objects[shape.Key] = shape;
            }

            foreach (var shape in set.Enums.Where(static e => e.IsWritten))
            {
                enums[shape.Key] = shape;
            }
        }

        return new ShapeSet(objects.Values.ToEquatableArray(), enums.Values.ToEquatableArray(), hasAny, hasMessages, offer);
    }
}
