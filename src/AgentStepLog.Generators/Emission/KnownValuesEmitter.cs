using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// Emits the project's writers by type, for values that are declared as <c>object</c> or as a type parameter. They are found when such
/// a value is written, without reflection, so that trimming cannot remove them.
/// </summary>
internal static class KnownValuesEmitter
{
    /// <summary>The argument that gives the writer these writers.</summary>
    public const string Writers = "global::" + GeneratedFile.Namespace + ".KnownValues.Writers";

    public static void Emit(SourceWriter source, ShapeSet shapes)
    {
        source.Line("/// <summary>Writes values by their type at run time.</summary>");
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.EditorHidden);
        using (source.Braces("internal static class KnownValues"))
        {
            source.Line($"internal static readonly {GeneratedFile.Services}KnownWriters Writers = new {GeneratedFile.Services}KnownWriters(Find);");
            source.Line();

            // A method and no table in a static field, since hot reload can add the types of new calls to it.
            using (source.Braces($"private static global::System.Action<{GeneratedFile.Services}CaptureWriter, object>? Find(global::System.Type type)"))
            {
                // Tuple names are no part of a tuple's type, so the library writes tuples at run time. Obsolete types may be named in obsolete code only.
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
