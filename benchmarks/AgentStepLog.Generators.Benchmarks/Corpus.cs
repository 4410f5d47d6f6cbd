using System.Globalization;
using System.Text;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>
/// The source of a project of so many files: a tenth as many annotated methods, as many calls of them, fifty calls a file of
/// other things, and for the JSON generator a context for every annotated method.
/// </summary>
internal static class Corpus
{
    public const string Unrelated = "Plain0.cs";

    public const string WithCalls = "Caller0.cs";

    /// <summary>What an edit replaces in a body.</summary>
    public const string Body = "var edited = 0;";

    /// <summary>What an edit replaces in a declaration.</summary>
    public const string Declaration = "int Edited0;";

    /// <summary>File names and texts: tools, callers (half of the files) and the rest.</summary>
    public static IEnumerable<(string Name, string Text)> Files(int count)
    {
        var tools = count / 10;
        for (var i = 0; i < tools; i++)
        {
            yield return ($"Tools{i}.cs", Tools(i));
        }

        for (var i = 0; i < count / 2; i++)
        {
            yield return ($"Caller{i}.cs", Caller(i, tools));
        }

        for (var i = 0; i < count - tools - count / 2; i++)
        {
            yield return ($"Plain{i}.cs", Plain("Plain", i, ""));
        }
    }

    private static string Tools(int i) => Text($$"""
        using System.Text.Json.Serialization;
        using AgentStepLog;
        namespace Corpus;
        /// <summary>A report.</summary>
        public record Report{{i}}(string Place, double Height, int[] Hours);
        [JsonSerializable(typeof(Report{{i}}))]
        public partial class Context{{i}} : JsonSerializerContext;
        public class Tools{{i}}
        {
            /// <summary>Returns the report of a place.</summary>
            /// <param name="place">Town, then country, like "Taghazout, Morocco".</param>
            /// <param name="hour">0 to 23, local time.</param>
            [AgentTool]
            public Report{{i}} Find{{i}}(string place, int hour) => new(place, hour * 0.5, [hour]);
        }
        """);

    private static string Caller(int i, int tools) => Plain("Caller", i, string.Concat(Enumerable.Range(0, 2).Select(n => Text(
        $"        sum += new Tools{(i + n) % tools}().Find{(i + n) % tools}(\"Taghazout\", {n}).Hours.Length;\n"))));

    private static string Plain(string type, int i, string calls)
    {
        var body = new StringBuilder();
        for (var n = 0; n < 50; n++)
        {
            body.Append(CultureInfo.InvariantCulture, $"        sum += System.Math.Max(sum, Sum({n}).ToString().Length);\n");
        }

        return Text($$"""
            namespace Corpus;
            public class {{type}}{{i}}
            {
                public {{Declaration}}
                public static int Sum(int n) => n;
                public int Run()
                {
                    {{Body}}
                    var sum = edited;

            """) + calls + body + "        return sum;\n    }\n}\n";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
