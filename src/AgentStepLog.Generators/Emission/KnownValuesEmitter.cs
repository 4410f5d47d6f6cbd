using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// Emits the project's writers by type, for values that are declared as <c>object</c> or as a type parameter. Looked up when such
/// a value is written: no reflection, and nothing that trimming could take away.
/// </summary>
internal static class KnownValuesEmitter
{
    /// <summary>What a statement that writes such a value hands to the writer.</summary>
    public const string Writers = "global::" + GeneratedFile.Namespace + ".KnownValues.Writers";

    public static void Emit(SourceWriter source, ShapeSet shapes)
    {
        source.Line("/// <summary>Writes values by the type that they turn out to have.</summary>");
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.EditorHidden);
        using (source.Braces("internal static class KnownValues"))
        {
            source.Line($"internal static readonly {GeneratedFile.Services}KnownWriters Writers = new {GeneratedFile.Services}KnownWriters(Find);");
            source.Line();

            // A method and no table in a static field: hot reload adds the types of new calls to it.
            using (source.Braces($"private static global::System.Action<{GeneratedFile.Services}CaptureWriter, object>? Find(global::System.Type type)"))
            {
                // The names of a tuple's elements are no part of its type, and the runtime writes it. What is obsolete may be named in obsolete code only.
                foreach (var shape in shapes.Objects.Where(static o => o is { IsTuple: false, IsObsolete: false }))
                {
                    Entry(source, shape.Key, shape.MethodName);
                }

                foreach (var shape in shapes.Enums.Where(static e => !e.IsObsolete))
                {
                    Entry(source, shape.Key, shape.MethodName);
                }

                source.Line("return null;");
            }
        }
    }

    private static void Entry(SourceWriter source, string type, string method)
    {
        using (source.Braces($"if (type == typeof({type}))"))
        {
            source.Line($"return static (w, v) => ValueWriters.{method}(w, ({type})v);");
        }

        source.Line();
    }
}
