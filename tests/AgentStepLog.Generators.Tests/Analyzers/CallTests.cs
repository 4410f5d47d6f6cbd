using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class CallTests
{
    private const string Missing =
        "no interceptor stands in front of it, as where another generator wrote the call; make the call in a source file of the project";

    private const string Tools = """

        public class Tools
        {
            [AgentTool] public int Count(string text) => text.Length;
            [AgentTool] public static int CountStatic(string text) => text.Length;
            [AgentTool] public virtual int Open(string text) => text.Length;
            [AgentTool] public T Generic<T>(T value) => value;
            [AgentTool] public async void Fire() => await Task.Yield();
            public int Plain(string text) => text.Length;
        }
        """;

    [Fact]
    public async Task Calls_by_which_the_compiler_carries_out_a_statement_are_reported()
        => Assert.All(
            await RuleTest.VerifyAsync<CallAnalyzer>(
                """
                public class Waves
                {
                    [AgentTool] public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();
                    [AgentTool] public System.Runtime.CompilerServices.TaskAwaiter<int> GetAwaiter() => Task.FromResult(1).GetAwaiter();
                    [AgentTool] public int Slice(int start, int length) => length;
                    public int Length => 3;
                    public int this[int index] => index;
                    public async Task<int> UseAsync(Waves waves, List<int> others)
                    {
                        foreach (var wave in [|waves|]) { }
                        foreach (var other in others) { await Task.Yield(); }
                        return await [|waves|] + waves[[|1..2|]] + waves[1];
                    }
                }

                public class Tides
                {
                    [AgentTool] public void Deconstruct(out int low, out int high) => low = high = 1;
                    [AgentTool] public ValueTask DisposeAsync() => default;
                    [AgentTool] public int Slice(int start, int length) => length;
                    public int Length => 3;
                    public int this[int index] => index;
                    public async Task UseAsync(Tides tides, List<(int, Tides)> others)
                    {
                        var (low, high) = [|tides|];
                        (low, (low, high)) = [|(1, tides)|];
                        foreach ([|var (_, (a, b))|] in others) { }
                        if (tides is [|(1, > 2)|] || tides is [1, [|.. var rest|]]) { }
                        await using ([|tides|]) { }
                        await using var declared = new Proper();
                        [|await using var tide = tides;|]
                    }
                }

                public sealed class Proper : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
                """),
            static message => Assert.Contains("the compiler writes this call for another construct", message, StringComparison.Ordinal));

    [Fact]
    public async Task Every_form_of_call_that_the_generator_records_is_silent()
    {
        var compilation = await BuildAsync(
            """
            using static Tools;

            public interface IAsk { [LlmCall] Task<string> AskAsync(string question, CancellationToken token = default); }

            public partial class Agent(Tools tools, IAsk ask)
            {
                private readonly int _field = CountStatic("field");
                public int Property { get; } = Tools.CountStatic("property");

                [AgentRun] public async Task<string> RunAsync(string task)
                {
                    var a = tools.Count(task) + this.Own("x") + Own("y");
                    int? b = ((Tools?)tools)?.Count(text: "named");
                    Func<int> lambda = () => tools.Count($"{tools.Count("nested")}");
                    int Local() => tools!.Open("local");
                    if (tools is { } t && t.Count("pattern") > 1) { }
                    return await ask.AskAsync(task).ConfigureAwait(false) + a + b + lambda() + Local();
                }

                [AgentTool] private int Own(string text) => text.Length > 0 ? Own("") : 0;
            }

            public class Derived : Tools
            {
                public override int Open(string text) => 1;
                public int M() => base.Count("not virtual") + new Derived().Open("override");
            }
            """ + Tools);

        Assert.NotNull(compilation.Assembly.GetTypeByMetadataName("AgentStepLog.Generated.InterceptionMarker"));
    }

    [Fact]
    public async Task Calls_of_methods_that_are_refused_bear_the_methods_reason()
        => Assert.Equal(
            [
                $"This call of 'Tools.Fire' is not recorded: {Reasons.Sentence(MethodRefusal.AsyncVoid)}",
            ],
            await RuleTest.VerifyAsync<CallAnalyzer>(
                """
                class C { void M(Tools tools) { tools.Generic(1); tools?.[|Fire|](); tools!.Plain(""); } }
                """ + Tools));

    [Fact]
    public async Task A_base_call_outside_partial_types_and_a_type_parameter_receiver_are_holes()
        => Assert.Equal(
            [
                $"This call of 'Tools.Open' is not recorded: {Reasons.Sentence(CallRefusal.BaseCall)}",
                $"This call of 'IRun.Run' is not recorded: {Reasons.Sentence(CallRefusal.TypeParameterReceiver)}",
                $"This call of 'Tools.Open' is not recorded: {Reasons.Sentence(CallRefusal.BaseCallOutOfReach)}",
            ],
            await RuleTest.VerifyAsync<CallAnalyzer>(
                """
                public interface IRun { [AgentRun] string Run(); }
                class C : Tools
                {
                    public override int Open(string text) => base.[|Open|](text);
                    string A<T>(T run) where T : IRun => run.[|Run|]();
                    string B<T>(T run) where T : class, IRun => run.Run();
                }
                partial class D : Tools { public override int Open(string text) => base.Open(text); }
                partial class E { private partial class F : Tools { public override int Open(string text) => base.[|Open|](text); } }
                """ + Tools));

    [Fact]
    public async Task Calls_that_the_compiler_writes_are_holes()
    {
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>(
            """
            public class Bag : System.Collections.IEnumerable
            {
                [AgentTool] public void Add(int item) { }
                public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
                public static Bag Make() => new Bag { [|1|], [|2|] };
                public static Bag Express(int[] items) => items.Length > 1 ? [|[.. items, 1]|] : [];
            }

            [System.Runtime.CompilerServices.CollectionBuilder(typeof(Boxes), "Pack")]
            public class Box : List<int>;

            public static class Boxes
            {
                [AgentTool] public static Box Pack(ReadOnlySpan<int> items) => new();
                public static Box Make() => [|[1, 2]|];
            }

            public class Row
            {
                [AgentTool] public Steps GetEnumerator() => new();
                public int[] All(Row other) => [0, [|[|.. other|]|]];
            }

            public struct Steps
            {
                public readonly int Current => 1;
                [AgentTool] public bool MoveNext() => false;
            }

            public class Source
            {
                [AgentTool] public Source Where(Func<int, bool> predicate) => this;
                public static Source Query(Source source) => from x in source [|where x > 1|] select x;
                public Source Select(Func<int, int> selector) => this;
            }
            """);

        Assert.Equal(7, messages.Count);
        Assert.All(messages, static m => Assert.EndsWith(Reasons.Sentence(CallRefusal.Implicit), m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_by_patterns_of_the_language_are_holes()
    {
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>(
            """
            public class Pinned { char _c; [AgentTool] public ref char GetPinnableReference() => ref _c; }
            public struct Extended { public char C; }
            public struct Own { public char C; [AgentTool] public ref char GetPinnableReference(int other) => throw new(); }
            public static class Extensions
            {
                [AgentTool] public static ref readonly char GetPinnableReference(this in Extended e) => throw new();
                [AgentTool] public static void Deconstruct(this string text, out int a, out int b) => a = b = 1;
                [AgentTool] public static Walk GetEnumerator(this int count) => new();
                [AgentTool] public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this string text) => default;
            }
            public class Walk { public int Current => 1; public bool MoveNext() => false; }
            public class Strip { public int Length => 1; public int this[int i] => i; [AgentTool] public Strip Slice(int from, int length) => this; }
            [System.Runtime.CompilerServices.InterpolatedStringHandler] public class Said
            {
                public Said(int literal, int holes) { }
                [AgentTool] public void AppendLiteral(string text) { }
                [AgentTool] public void AppendFormatted(int value) { }
            }
            unsafe class Use
            {
                void Fixed(Pinned p, Extended e, string s, int[] a, Strip strip)
                {
                    fixed (char* c = [|p|], d = [|e|], f = s) { }
                    fixed (int* i = a, j = &a[0]) { }
                    var (x, y) = [|s|];
                    foreach (var n in [|3|]) { }
                    _ = strip[[|..1|]];
                    _ = strip is [1, [|.. var rest|]];
                    Said said = $"[|a |][|{1}|]";
                }
            }
            class Waits { async Task Await(string s) => await [|s|]; }
            """);

        Assert.All(messages, static m => Assert.EndsWith(Reasons.Sentence(CallRefusal.Implicit), m, StringComparison.Ordinal));
        Assert.Equal(9, messages.Count);
    }

    [Fact]
    public async Task Expression_trees_and_dynamic_arguments_are_the_matter_of_ASL2002()
        => await RuleTest.VerifyAsync<CallAnalyzer>(
            """
            class C
            {
                System.Linq.Expressions.Expression<Func<Tools, int>> _tree = t => t.Count("a");
                void M(Tools tools, dynamic text) => tools.Count(text);
            }
            """ + Tools);

    [Fact]
    public async Task Two_files_of_equal_content_are_holes_in_both()
    {
        const string file = "file class C { static int M(Tools tools) => tools.[|Count|](\"a\"); }";
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>([file, file, "public class Tools { [AgentTool] public int Count(string text) => 1; }"]);

        Assert.Equal(
            [.. Enumerable.Repeat($"This call of 'Tools.Count' is not recorded: {Reasons.Sentence(CallRefusal.EqualFiles)}", 2)],
            messages);
    }

    [Fact]
    public async Task A_call_that_another_generator_wrote_is_found_in_its_file()
    {
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>(
            "partial class Page { }" + Tools,
            project => project.OtherGenerators.Add(new OtherGenerator("partial class Page { int Render(Tools tools) => tools.Count(\"x\"); }")),
            inGeneratedFiles: ["Count"]);

        Assert.Equal([$"This call of 'Tools.Count' is not recorded: {Missing}"], messages);
    }

    [Fact]
    public async Task Another_generators_interceptor_is_not_taken_for_ours()
    {
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>(
            "class C { int M(Tools tools) => tools.[|Count|](\"x\"); }" + Tools,
            project =>
            {
                project.RunsOurGenerator = false;
                project.OtherGenerators.Add(new InterceptingGenerator("Count", marker: true));
            });

        Assert.Equal(
            ["This call of 'Tools.Count' is not recorded: it is intercepted by 'AgentStepLog.Generated.Foreign.Count(Tools, string)', which is not ours; switch that interception off for this call"],
            messages);
    }

    [Fact]
    public Task Where_the_generators_last_output_is_left_out_only_what_the_source_shows_is_said()
        => RuleTest.VerifyAsync<CallAnalyzer>(
            """
            class C : Tools
            {
                int M(Tools tools) => tools.Count("x");
                public override int Open(string text) => base.[|Open|](text);
            }
            """ + Tools,
            project => project.IsBuild = false);

    [Fact]
    public async Task Calls_of_a_reference_are_recorded_and_those_that_were_compiled_without_the_generator_are_told()
    {
        var library = new TestProject { AssemblyName = "Library" };
        library.Files.Add("Tools.cs", Tools);
        using var image = new MemoryStream();
        Assert.True(library.Build().Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());

        await RuleTest.VerifyAsync<CallAnalyzer>(
            "class C { int M(Tools tools) => tools.Count(\"x\"); }",
            project => project.References.Add(reference));
        var messages = await RuleTest.VerifyAsync<CallAnalyzer>(
            "class C { int M(Tools tools) => tools.[|Count|](\"x\"); }",
            project =>
            {
                project.References.Add(reference);
                project.RunsOurGenerator = false;
                project.OtherGenerators.Add(new OtherGenerator("namespace AgentStepLog.Generated { internal static class InterceptionMarker; }"));
            });

        Assert.Equal([$"This call of 'Tools.Count' is not recorded: {Missing}"], messages);
    }

    [Fact]
    public async Task A_marker_in_a_reference_says_nothing_about_this_compilation()
    {
        var library = new TestProject { AssemblyName = "Library", RunsOurGenerator = false };
        library.Files.Add("Marker.cs", "namespace AgentStepLog.Generated { public static class InterceptionMarker; }");
        var reference = library.Sources().ToMetadataReference();

        await RuleTest.VerifyAsync<CallAnalyzer>(
            "class C { int M(Tools tools) => tools.Count(\"x\"); }" + Tools,
            project =>
            {
                project.References.Add(reference);
                project.RunsOurGenerator = false;
            });
    }

    private static async Task<CSharpCompilation> BuildAsync(string source)
    {
        CSharpCompilation? built = null;
        await RuleTest.VerifyAsync<CallAnalyzer>([source], inspect: compilation => built = compilation);
        return built!;
    }
}
