using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Names and marks of the user's that what is generated could stumble over.</summary>
public sealed class OddNamesTests
{
    [Fact]
    public Task Parameters_that_bear_the_names_of_generated_locals() => Works("""
        public class Tools
        {
            [AgentTool] public Task<int> AddAsync(int __arguments, int __origin, int __cancellationToken, int __self) => Task.FromResult(__arguments);
            public Task<int> Use() => AddAsync(1, 2, 3, 4);
        }
        """);

    [Fact]
    public async Task Types_and_logs_whose_names_differ_by_case_alone()
    {
        var generated = await Works("""
            public class Tools { [AgentTool] public string Find() => ""; public string Use() => Find(); }
            public class TOOLS { [AgentTool] public string Find() => ""; public string Use() => Find(); }
            [StepLog] public partial class Log;
            [StepLog] public partial class LOG;
            """);
        Assert.Equal(generated.HintNames.Count(), generated.HintNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Global_types_named_like_generated_ones()
    {
        var source = string.Join('\n', new[] { "ValueWriters", "JsonReaders", "InterceptionMarker", "Interceptors" }.Select(name => $$"""
            public class {{name}} { [AgentStepLog.AgentTool] public string Find(Query query) => ""; public string Use() => Find(new("a")); }
            """)) + "\npublic record Query(string Text);";
        var generated = Generated.From(Source.Compile(source)).Compiles();
        await generated.HasNoHoles();
    }

    [Fact]
    public async Task A_type_that_has_the_table_s_name_already()
    {
        var generated = await Works("""
            public class SurfTools { [AgentTool] public string Find() => ""; }
            public static class SurfToolsAgentTools { public static int AgentTools => 4; }
            public class Outer { public class Inner { [AgentTool] public string Find() => ""; } }
            public class Outer_Inner : Outer.Inner { [AgentTool] public string Look() => ""; }
            public class A_B { public class C { [AgentTool] public string Find() => ""; } }
            public class A { public class B_C { [AgentTool] public string Find() => ""; } }
            public class Use { public ToolTable Tables() => ToolTable.Combine(new SurfTools().AgentTools(), new Outer_Inner().AgentTools()); }
            """);
        Assert.Contains("static class SurfToolsAgentTools_\n", generated["Surf_SurfTools.AgentTools.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Obsolete_and_experimental_enums_and_obsolete_private_methods() => Works("""
        public enum Old { [Obsolete("no", true)] Gone, New }
        [Experimental("TEST001")] public enum Preview { [Experimental("TEST002")] First }
        #pragma warning disable TEST001
        public partial class Bridged
        {
            [AgentTool] public Old Choose(Old old, Preview preview, Dictionary<Old, Preview> all) => old;
            [AgentTool, Obsolete("no", true)] private string Before() => "";
            [Obsolete] public void Use() => Before();
        }
        public class Accessed
        {
            [AgentTool, Obsolete("no", true)] private string Before() => "";
            [Obsolete] public void Use() => Before();
        }
        [StepLog] public partial class Log;
        """);

    [Fact]
    public Task Members_declared_dynamic() => Works("""
        public record Pair<T>(T First, int Second);
        public class Options
        {
            public dynamic? Any { get; set; }
            public List<dynamic?>? List { get; set; }
            public Dictionary<string, dynamic>? Map { get; set; }
            public Pair<dynamic>? Pair { get; set; }
            public virtual dynamic? Late { get; set; }
        }
        public class Tools { [AgentTool] public Options Set(Options options) => options; public void Use() => Set(new()); }
        [StepLog] public partial class Log;
        """);

    [Fact]
    public async Task A_log_whose_name_a_nearer_type_hides_is_left_alone()
    {
        var generated = await Works("""
            public class Base { public StepLog? Log { get; set; } }
            #pragma warning disable ASL2007
            public class Derived : Base { public new string Log => ""; [AgentTool] public string Find() => ""; }
            """);
        Assert.DoesNotContain("self.Log", generated["Surf_Derived.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Names_of_generated_members_as_those_of_parameters_type_parameters_and_methods() => Works("""
        public class Tools
        {
            private StepLog? _log = null;
            [AgentTool] public int s(int s_1) => s_1;
            [AgentTool] public int Interceptors(int s_2, int Interceptors) => s_2;
            [AgentTool] public int M<M_Method>(M_Method m, int Tools) => Tools;
            [AgentTool] private int N(int N_Accessor, int N_Method, int _log_Log_Accessor) => N_Accessor;
            [AgentTool] private static int O<O_Accessor>(O_Accessor o) => 1;
            public void Use() { s(1); Interceptors(1, 2); M("", 1); N(1, 2, 3); O(1); _log?.Dispose(); }
        }
        """);

    [Fact]
    public async Task Method_called_Main_has_no_wrapper_that_could_be_taken_for_an_entry_point()
    {
        var source = Source.Compile("public class Program { [AgentStepLog.AgentTool] public static void Main() { if (System.Environment.TickCount < 0) Main(); } }");
        var generated = Generated.From(source.WithOptions(source.Options.WithOutputKind(OutputKind.ConsoleApplication))).Compiles();
        await generated.HasNoHoles();
    }

    private static async Task<Generated> Works(string source)
    {
        var generated = Generated.From(Source.Compile(Source.Usings + source)).Compiles();
        return await generated.HasNoHoles();
    }
}
