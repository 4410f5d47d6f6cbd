using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Methods declared without a body get one that records them, and their calls are left alone.</summary>
public sealed class CalleeOwnedTests
{
    [Fact]
    public Task Bodiless_partial_methods_of_a_class() => Verify("""
        public partial class SurfTools
        {
            private readonly StepLog? _log = null;

            /// <summary>Looks up the weather.</summary>
            [AgentTool]
            public partial Task<string> GetWeatherAsync(string location, [Sensitive("api-key")] string? apiKey = null, params int[] days);
            private async Task<string> GetWeatherAsyncCore(string location, string? apiKey, int[] days)
            {
                await Task.Yield();
                return location;
            }

            [LlmCall] protected internal static partial string Ask(string @event);
            private static string AskCore(string @event) => @event;

            public Task<string> Use() => GetWeatherAsync("Taghazout" + Ask("a"));
        }
        """);

    [Fact]
    public Task Modifiers_are_repeated_as_they_are_written() => Verify("""
        public class Base { public virtual int Count(string text) => 1; public int Hidden() => 1; }
        public partial class Tools : Base
        {
            [AgentTool] public sealed override partial int Count(string text);
            private int CountCore(string text) => 2;
            [AgentTool] public new partial int Hidden();
            private int HiddenCore() => 2;
            [AgentTool] protected virtual partial (int Left, List<string?>? Right) Pair((int A, string? B) pair);
            private (int Left, List<string?>? Right) PairCore((int A, string? B) pair) => (1, null);
            [AgentTool] partial void @lock();
            private void lockCore() { }
            public void Use() { Count("a"); Hidden(); Pair((1, null)); @lock(); }
        }
        """);

    [Fact]
    public Task Structs_records_interfaces_and_extensions() => Verify("""
        public partial struct Counter
        {
            private int _n;
            [AgentTool] public partial int Next(int by);
            private int NextCore(int by) => _n += by;
            [AgentTool] public readonly partial int Peek();
            private readonly int PeekCore() => _n;
        }
        public partial class Outer
        {
            internal readonly partial record struct Spot(string Name)
            {
                [AgentTool] public partial string Tell();
                private string TellCore() => Name;
            }
        }
        public partial interface ITeller
        {
            [AgentTool] public virtual partial string Tell(string name);
            private string TellCore(string name) => name;
        }
        public static partial class Extensions
        {
            [AgentTool] public static partial string Join(this string text, string separator = ", ");
            private static string JoinCore(this string text, string separator) => text;
        }
        public class User
        {
            public void Use(Counter counter, ITeller teller) { counter.Next(1); counter.Peek(); teller.Tell("a"); "a".Join(); }
        }
        """);

    [Fact]
    public Task Generic_methods_and_methods_of_generic_types() => Verify("""
        public partial class Box<T> where T : class
        {
            public partial class In<U>
            {
                [AgentTool] public partial Task<U> Put<V>(T item, U other, V last) where V : struct, IComparable<V>;
                private Task<U> PutCore<V>(T item, U other, V last) where V : struct, IComparable<V> => Task.FromResult(other);
                [AgentTool] public static partial T? First<V>(List<V?> items) where V : class;
                private static T? FirstCore<V>(List<V?> items) where V : class => null;
            }
        }
        public abstract class Base { public abstract T? Take<T>(T? item) where T : class; }
        public partial class Derived : Base
        {
            [AgentTool] public override partial X? Take<X>(X? item) where X : class;
            private X? TakeCore<X>(X? item) where X : class => item;
        }
        """);

    [Fact]
    public Task References_spans_and_streams() => Verify("""
        public partial class Tools
        {
            private int[] _all = [];
            [AgentTool] public partial bool TryFind(in string name, ref int from, out int at);
            private bool TryFindCore(in string name, ref int from, out int at) { at = from++; return true; }
            [AgentTool] public partial ref int At(int index);
            private ref int AtCore(int index) => ref _all[index];
            [AgentTool] public partial int Sum(scoped ReadOnlySpan<int> numbers);
            private int SumCore(scoped ReadOnlySpan<int> numbers) => numbers.Length;
            [AgentTool] public partial IAsyncEnumerable<int> Count(CancellationToken token = default);
            private async IAsyncEnumerable<int> CountCore([EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield return 1; }
        }
        """);

    [Fact]
    public void A_method_of_an_MCP_server_says_by_attributes_what_its_comments_say_but_nothing_twice()
    {
        var generated = Generated.From(Source.Compile(("Mcp.cs", "namespace ModelContextProtocol.Server { public class McpServerToolAttribute : System.Attribute; }"), ("Tools.cs", Source.Usings + """
            public partial class Tools
            {
                /// <summary>Searches "all".</summary>
                /// <param name="query">What for.</param>
                /// <param name="top">Not said.</param>
                /// <returns>What was found.</returns>
                [ModelContextProtocol.Server.McpServerTool, AgentTool]
                public partial string Search(string query, [System.ComponentModel.Description("How many.")] int top, params int[] more);
                private string SearchCore(string query, int top, int[] more) => query;
                /// <summary>Plain.</summary>
                [AgentTool] public partial void Plain();
                private void PlainCore() { }
            }
            """))).Compiles()["Surf_Tools.g.cs"];

        Assert.Contains("[global::System.ComponentModel.Description(\"Searches \\\"all\\\".\")]", generated, StringComparison.Ordinal);
        Assert.Contains("[return: global::System.ComponentModel.Description(\"What was found.\")]", generated, StringComparison.Ordinal);
        Assert.Contains("Search([global::System.ComponentModel.Description(\"What for.\")] string query, int top, params int[] more)", generated, StringComparison.Ordinal);
        Assert.DoesNotContain("Description(\"Plain", generated, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("private int CountCore(string text) => 1;")]
    [InlineData("private Task<int> CountCore(object text) => null!;")]
    public void Without_its_core_a_method_has_a_body_that_says_so(string core)
    {
        var generated = Generated.From(Source.Compile(Source.Usings + $$"""
            public partial class Tools
            {
                [AgentTool] public partial Task<int> Count(string text);
                {{core}}
            }
            """)).Compiles();

        Assert.Contains(
            "throw new global::System.NotImplementedException(\"Surf.Tools.Count has no body: write CountCore, with the same signature (ASL3002).\");",
            generated["Surf_Tools.g.cs"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Other.Written]", "public partial class T", "int")]
    [InlineData("[System.Text.RegularExpressions.GeneratedRegex(\"a\")]", "public partial class T", "System.Text.RegularExpressions.Regex")]
    [InlineData("", "[Riok.Mapperly.Abstractions.Mapper] public partial class T", "int")]
    public void Partial_method_that_another_generator_implements_is_left_to_it(string attribute, string container, string type)
    {
        var compilation = Source.Compile(
            ("Program.cs", Source.Usings + $$"""
                {{container}}
                {
                    [AgentTool] {{attribute}} public partial {{type}} M();
                    public {{type}} Use() => M();
                }
                """),
            ("Attributes.cs", """
                namespace Other { public class WrittenAttribute : System.Attribute; }
                namespace Riok.Mapperly.Abstractions { public class MapperAttribute : System.Attribute; }
                """));
        var generated = Generated.From(compilation);
        Assert.Matches(" M_[0-9a-f]{8}[(]", generated["Program.Interceptors.g.cs"]);

        var output = generated.Output.AddSyntaxTrees(Source.Tree("Theirs.cs", $"namespace Surf; partial class T {{ public partial {type} M() => default!; }}"));
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Partial_method_with_a_body_of_the_users_own_stays_what_it_was()
    {
        var generated = Generated.From(Source.Compile(Source.Usings + """
            public partial class Tools { [AgentTool] public partial int Count(string text); public int Use() => Count("a"); }
            public partial class Tools { public partial int Count(string text) => 1; private int CountCore(string text) => 2; }
            """)).Compiles();

        Assert.DoesNotContain("CountCore", generated.Text(), StringComparison.Ordinal);
        Assert.Contains("Program.Interceptors.g.cs", generated.HintNames);
    }

    [Fact]
    public void Answer_is_the_same_before_and_after_generation()
    {
        var before = Source.Compile(Source.Usings + """
            public partial class Tools
            {
                [AgentTool] public partial int Count(string text);
                private int CountCore(string text) => 1;
            }
            """);
        var after = Generated.From(before).Compiles().Output;

        Assert.Equal(Parse(before), Parse(after));
        Assert.True(CalleeOwned.Records(Method(after), after));
        Assert.NotNull(Method(after).PartialImplementationPart);
        Assert.True(CalleeOwned.IsDeclared(Method(Source.Compile("").AddReferences(after.ToMetadataReference()))));

        static IMethodSymbol Method(Compilation compilation) =>
            compilation.GetTypeByMetadataName("Surf.Tools")!.GetMembers("Count").OfType<IMethodSymbol>().Single();
        static object Parse(Compilation compilation) => MethodParser.Parse(Annotations.OwnOf(Method(compilation))!, compilation)!;
    }

    [Fact]
    public void Method_in_a_container_that_is_not_partial_is_refused()
    {
        var compilation = Source.Compile(Source.Usings + """
            public class Outer { public partial class Tools { [AgentTool] public partial int Count(); private int CountCore() => 1; } }
            """);

        Assert.Equal(["AgentStepLog.InterceptionMarker.g.cs"], Generated.From(compilation).HintNames);
        var method = compilation.GetTypeByMetadataName("Surf.Outer+Tools")!.GetMembers("Count").OfType<IMethodSymbol>().Single();
        Assert.Equal(MethodRefusal.ContainerNotPartial, MethodSupport.Check(method, compilation));
    }

    private static async Task Verify(string source, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        var generated = Generated.From(Source.Compile(Source.Usings + source)).Compiles();
        await generated.HasNoHoles();
        Assert.DoesNotContain(generated.HintNames, h => h.Contains("Interceptors", StringComparison.Ordinal));
        Snapshot.Verify(generated.Text(h => !h.Contains("AgentTools", StringComparison.Ordinal)), file, method);
    }
}
