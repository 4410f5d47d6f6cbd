using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>Writes one method per object and enum that tables or typed steps read.</summary>
internal static class ReadersEmitter
{
    public const string FileName = "AgentStepLog.JsonReaders.g.cs";

    /// <summary>Null when nothing is to be read.</summary>
    public static string? Emit(IEnumerable<ShapeSet> shapes)
    {
        var all = shapes.ToList();
        var objects = Distinct(all.SelectMany(static s => s.Objects), static o => o.Key)
            .Where(o => new Readability(all.First(s => s.Objects.Any(x => x.Key == o.Key)), recorded: false).CanRead(ValueOf(o)))
            .ToList();
        var enums = Distinct(all.SelectMany(static s => s.Enums), static e => e.Key);
        if (objects.Count == 0 && enums.Count == 0)
        {
            return null;
        }

        var names = new ShapeNames(new ShapeSet(
            Distinct(all.SelectMany(static s => s.Objects), static o => o.Key).ToEquatableArray(), enums.ToEquatableArray()));
        var writer = new SourceWriter();
        GeneratedFile.Begin(writer, objects.SelectMany(static o => o.ExperimentalIds));
        using (writer.Braces("namespace AgentStepLog.Generated"))
        {
            writer.Line("/// <summary>Reads the types of tool arguments and of typed steps from JSON.</summary>");
            GeneratedFile.Attributes(writer);
            using (writer.Braces("internal static class JsonReaders"))
            {
                foreach (var model in enums)
                {
                    EnumReader(writer, model);
                }

                foreach (var model in objects)
                {
                    ObjectReader(writer, model, names);
                }
            }
        }

        return writer.ToString();
    }

    private static List<T> Distinct<T>(IEnumerable<T> models, Func<T, string> key) =>
        models.GroupBy(key).Select(static g => g.First()).OrderBy(key, StringComparer.Ordinal).ToList();

    private static ValueModel ValueOf(ObjectModel model) => new()
    {
        Kind = ValueKind.Object,
        Type = model.Key,
        DisplayType = model.DisplayType,
        IsValueType = model.IsValueType,
        AllowsNull = false,
        Shape = model.Key,
    };

    private static void EnumReader(SourceWriter writer, EnumModel model)
    {
        var read = model.IsFlags ? "Flags" : "Enum";
        using (writer.Braces($"internal static {model.Key} {model.MethodName}(global::AgentStepLog.Capture.JsonValue value) => value.{read}<{model.Key}>(", ");", "("))
        {
        }
    }
}
