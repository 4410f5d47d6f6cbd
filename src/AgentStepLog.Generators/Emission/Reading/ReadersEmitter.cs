using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Writes one method for each object and enum that tables or typed steps read.</summary>
internal static class ReadersEmitter
{
    public const string HintName = "AgentStepLog.JsonReaders.g.cs";

    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    private const string Value = "global::AgentStepLog.CompilerServices.JsonInput value";

    /// <summary>Emits the methods; null when nothing is read.</summary>
    public static string? Emit(ReadDemand demand)
    {
        if (demand.IsEmpty)
        {
            return null;
        }

        var writer = GeneratedFile.Begin("enable annotations", demand.ExperimentalIds);
        using (writer.Braces("namespace " + GeneratedFile.Namespace))
        {
            writer.Line("/// <summary>Reads the types of tool arguments and of typed steps from JSON.</summary>");
            writer.Line(GeneratedFile.GeneratedCode).Line(GeneratedFile.EditorHidden);
            using (writer.Braces("internal static class JsonReaders"))
            {
                var isFirst = true;
                foreach (var model in demand.Enums)
                {
                    writer.Separate(ref isFirst);
                    Enum(writer, model);
                }

                foreach (var model in demand.Objects)
                {
                    writer.Separate(ref isFirst);
                    if (model.IsTold)
                    {
                        KindsEmitter.Emit(writer, model, demand.Find);
                        writer.Separate(ref isFirst);
                    }

                    if (!model.IsTold || KindsEmitter.ReadsItself(model))
                    {
                        Object(writer, model);
                    }
                }
            }
        }

        return writer.ToString();
    }

    private static void Enum(SourceWriter writer, EnumModel model)
    {
        Obsolete(writer, model.IsObsolete);
        writer.Line($"internal static {model.Key} {model.MethodName}({Value}) => value.{(model.IsFlags ? "Flags" : "Enum")}<{model.Key}>(");
        using (writer.Indent())
        {
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (var member in model.Members)
                {
                    writer.Line($"({ValueStatements.Literal(member.JsonName)}, {model.Key}.{member.Name}),");
                }
            }

            writer.Line("]);");
        }
    }

    private static void Object(SourceWriter writer, ObjectModel model)
    {
        Obsolete(writer, model.IsObsolete);
        using (writer.Braces($"internal static {model.Key} {KindsEmitter.MemberReader(model)}({Value})"))
        {
            writer.Line($"var members = value.Object({(model.Unknown == UnknownMembers.Skipped ? "skipsUnknown: true" : "")});");
            var given = new List<string>();
            foreach (var parameter in model.Constructor)
            {
                given.Add("c" + given.Count);
                var member = model.Members.First(m => m.JsonName == parameter.Member);
                var standIn = parameter.DefaultLiteral ?? (member.Ignore == IgnoreCondition.Never ? null : "default");
                writer.Line($"var {given[given.Count - 1]} = {Read(member, standIn)};");
            }

            Create(writer, model, "(" + string.Join(", ", given) + ")");
        }

        Setters(writer, model);
    }

    private static void Obsolete(SourceWriter writer, bool isObsolete)
    {
        if (isObsolete)
        {
            writer.Line(GeneratedFile.Obsolete);
        }
    }

    private static void Create(SourceWriter writer, ObjectModel model, string given)
    {
        var create = model.IsTuple ? given : $"new {model.Key}{given}";
        // The member for the rest is read last, after all other names.
        var set = Readability.Members(model).Where(static m => !m.IsConstructorParameter).OrderBy(static m => m.IsExtension).ToList();
        var required = new List<string>();
        foreach (var member in set.Where(static m => m.IsRequired))
        {
            var name = "r" + required.Count;
            writer.Line($"var {name} = {Read(member, member.Ignore == IgnoreCondition.Never ? null : "default")};");
            required.Add($"{member.Name} = {name}");
        }

        var optional = set.Where(static m => !m.IsRequired).ToList();
        if (optional.Count == 0)
        {
            writer.Line($"return {create}{Initializer(required)};");
            return;
        }

        // A member that JSON does not have keeps the default of its type. Where only an initialiser can set a member, the default is read from a second instance first.
        if (optional.Any(static m => m.IsInitOnly && m.SetterOwner is null))
        {
            writer.Line($"var unset = {create}{Initializer(required)};");
            var initial = optional.Where(static m => m.SetterOwner is null).ToList();
            required.AddRange(initial.Select(static m => $"{m.Name} = {Read(m, ValueStatements.Static(m.Value, "unset." + m.Name))}"));
            optional = optional.Except(initial).ToList();
        }

        writer.Line($"var made = {create}{Initializer(required)};");
        foreach (var member in optional)
        {
            var read = Read(member, ValueStatements.Static(member.Value, "made." + member.Name));
            writer.Line(member.SetterOwner is null
                ? $"made.{member.Name} = {read};"
                : $"{Setter(model, member)}({(model.IsValueType ? "ref " : "")}made, {read});");
        }

        writer.Line("return made;");
    }

    private static void Setters(SourceWriter writer, ObjectModel model)
    {
        foreach (var member in Readability.Members(model).Where(static m => m is { SetterOwner: not null, IsRequired: false, IsConstructorParameter: false }))
        {
            writer.Line();
            Obsolete(writer, model.IsObsolete);
            writer.Line($"[{Accessor}({Accessor}Kind.Method, Name = {ValueStatements.Literal("set_" + member.Name.TrimStart('@'))})]");
            writer.Line($"private static extern void {Setter(model, member)}({(model.IsValueType ? "ref " : "")}{member.SetterOwner} self, {member.Value.AnnotatedType} value);");
        }
    }

    private static string Setter(ObjectModel model, MemberModel member) => $"{model.MethodName}_Set_{member.Name.TrimStart('@')}";

    private static string Initializer(List<string> assignments) =>
        assignments.Count == 0 ? "" : " { " + string.Join(", ", assignments) + " }";

    private static string Read(MemberModel member, string? standIn)
    {
        var type = member.Value.AnnotatedType;
        var name = ValueStatements.Literal(member.JsonName);
        if (member.IsExtension)
        {
            return ReadExpressions.Rest(member.Value, standIn ?? "default");
        }

        var read = ReadExpressions.Delegate(member.Value, member.Constraints);
        if (standIn is not null && member.Constraints.IsDemanded)
        {
            return $"members.Demanded<{type}>({name}, {standIn}, {read})";
        }

        return standIn is null
            ? $"members.Required<{type}>({name}, {read})"
            : $"members.Optional<{type}>({name}, {standIn}, {read})";
    }
}
