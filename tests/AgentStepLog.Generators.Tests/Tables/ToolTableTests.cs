using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Tables;

public sealed class ToolTableTests
{
    [Fact]
    public void Instance_tools_of_a_public_type() => Verify("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using AgentStepLog;
        namespace Surf;
        /// <summary>Tools.</summary>
        public class SurfTools
        {
            /// <summary>Returns the "weather" of a spot.</summary>
            /// <param name="location">Place, then city.</param>
            /// <param name="at">When.</param>
            [AgentTool]
            public Task<string> GetWeatherAsync(string location, DateTimeOffset at, int days = 3, [Sensitive("api-key")] string? apiKey = null, CancellationToken cancellationToken = default)
                => Task.FromResult(location);

            /// <summary>Forgets all.</summary>
            [AgentTool] public void Reset() { }

            [AgentTool(Name = "spots")] public ValueTask<string[]> FindSpotsAsync(string? like) => new([]);
        }
        """);

    [Fact]
    public void Objects_enums_and_collections_are_read() => Verify("""
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Nodes;
        using AgentStepLog;
        namespace Surf;
        public enum Wind { Calm, Storm }
        [Flags] public enum Days { Sat = 1, Sun = 2 }
        /// <param name="Name">Its name.</param>
        public record Spot(string Name, int Level = 2)
        {
            public required string Country { get; init; }
            public string? Notes { get; set; } = "none";
            public List<Spot> Near { get; init; } = [];
            public (int X, int Y) At { get; set; }
        }
        public static class Tools
        {
            [AgentTool] public static Spot Best(Spot spot, Wind? wind, Days days, Dictionary<Wind, int[]> votes, IReadOnlyList<string?> tags, JsonObject extra, object any, byte[] picture) => spot;
        }
        """);

    [Fact]
    public void Types_of_every_kind_have_a_table()
    {
        var generated = Generated.From(Source.Compile("""
            using AgentStepLog;
            public class Outer { internal class Inner { [AgentTool] public string M() => ""; } }
            public struct Counter { int _n; [AgentTool] public int Next() => ++_n; [AgentTool] public readonly int Now() => _n; }
            public interface ISearch { [AgentTool] string Find(string q); }
            namespace @event.Deep { public class @class { [AgentTool] public string @void(string @string) => @string; } }
            public partial class Log { } 
            public partial class Holder(StepLog log) { [AgentTool] string Private(string arguments, string origin, string self, string v) => log.RunId; }
            public class Hidden { [AgentTool] private string Secret(int w) => ""; }
            public static class Texts { [AgentTool] public static string Shorten(this string text, int to = 10) => text; }
            """)).Compiles();

        Assert.Contains("Outer_Inner.AgentTools.g.cs", generated.HintNames);
        Assert.Contains("internal static class Outer_InnerAgentTools", generated["Outer_Inner.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("AgentTools(this global::Counter self)", generated["Counter.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("(ref __self, __origin)", generated["Counter.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("(in __self, __origin)", generated["Counter.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("AgentTools(this global::ISearch self)", generated["ISearch.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("log: () => ", generated["Holder.AgentTools.g.cs"], StringComparison.Ordinal);
        Assert.Contains("AgentTools() => new(", generated["Texts.AgentTools.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_model_cannot_call_is_left_out()
    {
        var generated = Generated.From(Source.Compile("""
            using System;
            using System.IO;
            using AgentStepLog;
            public class Tools
            {
                [AgentTool] public string Good(IFormatProvider? provider = null) => "";
                [AgentTool] public string TakesAStream(MemoryStream input) => "";
                [AgentTool] public string TakesAService(IFormatProvider provider) => "";
                [AgentTool] public string TakesAnAbstract(Shape shape) => "";
                [AgentTool] public Func<int> GivesADelegate() => () => 1;
            }
            public abstract class Shape { public int Sides { get; set; } }
            public class None { [AgentTool] public Func<int> GivesADelegate() => () => 1; }
            public class Asks { [LlmCall] public string Ask(string q) => q; }
            """)).Compiles();

        var table = generated["Tools.AgentTools.g.cs"];
        Assert.Contains("Tool_Good(self)", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Tool_Takes", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Tool_Gives", table, StringComparison.Ordinal);
        Assert.DoesNotContain("None.AgentTools.g.cs", generated.HintNames);
        Assert.DoesNotContain("Asks.AgentTools.g.cs", generated.HintNames);
    }

    [Fact]
    public void A_member_and_what_it_overrides_or_implements_are_one_tool()
    {
        var generated = Generated.From(Source.Compile("""
            using AgentStepLog;
            public interface ISearch { [AgentTool] string Find(string q); [AgentTool] string Count(string q); }
            public abstract class Base { [AgentTool] public virtual string Open(string f) => f; [AgentTool] public string Close() => ""; }
            public class Search : Base, ISearch
            {
                [AgentTool] public string Find(string q) => q;
                public string Count(string q) => q;
                [AgentTool] public override string Open(string f) => f;
            }
            """)).Compiles();

        Assert.Contains(
            """
            public static global::AgentStepLog.ToolTable AgentTools(this global::Search self) => new(
                    [
                        Tool_Find(self),
                        Tool_Open(self),
                        global::BaseAgentTools.Tool_Close(self),
                        global::ISearchAgentTools.Tool_Count(self),
                    ]);
            """.ReplaceLineEndings("\n"),
            generated["Search.AgentTools.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_obsolete_or_experimental_warns_nobody_in_generated_code() => Generated.From(Source.Compile("""
        using System;
        using System.Diagnostics.CodeAnalysis;
        using AgentStepLog;
        #pragma warning disable CS0618, CS0619, X1
        [Obsolete("old", true)] public class Old { [Obsolete("x", true)] public int A { get; set; } }
        public class Mild { [Obsolete] public int A { get; set; } }
        [Experimental("X1")] public record New(int A);
        public class Tools
        {
            [AgentTool, Obsolete("no", true)] public string A(Old old) => "";
            [AgentTool] public Mild B(Mild mild) => mild;
            [AgentTool] public New C(New n) => n;
        }
        [StepLog] public partial class Log;
        """)).Compiles();

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "", [System.Runtime.CompilerServices.CallerFilePath] string file = "")
    {
        var generated = Generated.From(Source.Compile(source)).Compiles();
        Snapshot.Verify(generated.Text(static name => name.EndsWith(".AgentTools.g.cs", StringComparison.Ordinal) || name == "AgentStepLog.JsonReaders.g.cs"), file, method);
    }
}
