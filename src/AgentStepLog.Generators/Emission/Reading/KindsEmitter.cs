using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Writes the code that reads an object of one of several types. A member of the object states its type.</summary>
internal static class KindsEmitter
{
    /// <summary>The method that reads the object's members when its type is known.</summary>
    public static string MemberReader(ObjectModel model) => model.IsTold ? model.MethodName + "_Itself" : model.MethodName;

    /// <summary>Whether an object of the type itself is possible, besides its derived types.</summary>
    public static bool ReadsItself(ObjectModel model) =>
        model.CanConstruct && (!model.IsAbstract || model.Derived.Any(d => d.Key == model.Key));

    public static void Emit(SourceWriter writer, ObjectModel model, Func<string, ObjectModel> find)
    {
        var property = ValueStatements.Literal(model.Discriminator!);
        var derived = model.Derived.Where(static d => d.Json is not null).OrderBy(static d => d.Order).ToList();
        if (model.IsObsolete)
        {
            writer.Line(GeneratedFile.Obsolete);
        }

        using (writer.Braces($"internal static {model.Key} {model.MethodName}(global::AgentStepLog.CompilerServices.JsonInput value)"))
        {
            foreach (var (kind, local) in derived.Select(static (d, i) => (d, "kind" + Parsing.GeneratedNames.Number(i + 1))))
            {
                using (writer.Braces($"if (value.IsKind({property}, {kind.Discriminator}, out var {local}))"))
                {
                    writer.Line($"return {MemberReader(find(kind.Key))}({local});");
                }

                writer.Line();
            }

            if (ReadsItself(model) && derived.All(d => d.Key != model.Key))
            {
                using (writer.Braces($"if (value.IsOfNoKind({property}))"))
                {
                    writer.Line($"return {MemberReader(model)}(value);");
                }

                writer.Line();
            }

            writer.Line($"return value.UnknownKind<{model.Key}>({property}, [{string.Join(", ", derived.Select(static d => ValueStatements.Literal(d.Json!)))}]);");
        }
    }
}
