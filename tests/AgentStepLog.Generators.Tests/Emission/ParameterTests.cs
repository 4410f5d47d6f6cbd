using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Parameters and results by reference, spans, and what else a signature can say.</summary>
public sealed class ParameterTests
{
    [Fact]
    public Task Parameters_by_reference() => Verify("""
        public class Tools
        {
            [AgentTool] public bool TryFind(in int from, ref string? text, [Sensitive] out string secret, out Stream stream, ref readonly long seed) { secret = ""; stream = null!; return from > seed; }
            [AgentTool] public Task<int> BeginAsync(out int @return) { @return = 1; return Task.FromResult(2); }
            [AgentTool] public Task FlushAsync(out int size) { size = 1; return Task.CompletedTask; }
            [AgentTool] public void Split(string text, out string left, out string right) => left = right = text;
            public void Use()
            {
                string? text = "a"; var seed = 2L;
                TryFind(1, ref text, out _, out var stream, in seed); BeginAsync(out _).Wait(); FlushAsync(out _).Wait(); Split("a", out _, right: out _);
            }
        }
        """);

    [Fact]
    public Task Results_by_reference_and_spans() => Verify("""
        public partial class Tools
        {
            private int[] _all = [1];
            [AgentTool] public ref int At(int index) => ref _all[index];
            [AgentTool] private ref readonly int First(scoped ReadOnlySpan<char> name, Span<byte> bytes) => ref _all[0];
            [AgentTool] public static Span<T> Skip<T>(Span<T> from, ReadOnlySpan<int> counts, out int left) { left = 1; return from[counts[0]..]; }
            public void Use() { At(0) = 2; ref readonly var first = ref First("a", default); Skip<int>(_all, [1], out _)[0] = 3; }
        }
        """);

    [Fact]
    public Task References_wherever_they_can_stand() => Works("""
        public interface ICells { [AgentTool] ref int Cell(ref int index, out ICells next); }
        public struct Cells
        {
            [AgentTool] public bool TryGet(ref int index, out int value) { value = index++; return true; }
            [AgentTool] public readonly void Fill(Span<int> into, out Span<int> rest) => rest = into;
            [AgentTool] private static ref T Larger<T>(ref T a, ref T b) => ref a;
            [UnscopedRef, AgentTool] public Span<int> All() => default;
            public ref int Use(ref int a, ref int b) { All(); return ref Larger(ref a, ref b); }
        }
        public abstract class Pool<T>
        {
            [AgentTool] protected abstract ref readonly T Rent(in T like, [UnscopedRef] out T one);
            public T Use(T like) => Rent(in like, out _);
        }
        public partial class Bridged
        {
            [LlmCall] private ref readonly string Ask(ref string prompt, out Dictionary<string, (int A, string? B)> usage) { usage = new(); return ref prompt; }
            [AgentTool] private int Sum(ReadOnlySpan<int> values, ref Span<string?> rest, int? scale = null) => values.Length;
            public int Use(string s, Span<string?> rest) { Ask(ref s, out _); return Sum([1, 2], ref rest, scale: 3); }
        }
        public class Asker
        {
            public class Usage { public int InputTokens { get; set; } public int OutputTokens { get; set; } }
            public class Answer { public Usage? Usage { get; set; } }
            [LlmCall] public ValueTask<Answer> AskAsync(string prompt, out string raw) { raw = ""; return default; }
            [LlmCall] public Answer Ask(string prompt, ref CancellationToken token, out Func<int> later) { later = () => 1; return new(); }
            public void Use(Cells cells, ICells some)
            {
                AskAsync("", out _).AsTask().Wait(); var token = CancellationToken.None; Ask("", ref token, out _);
                var i = 1; cells.TryGet(ref i, out _); cells.Fill([1], out _); some.Cell(ref i, out var next) = 2; next?.Cell(ref i, out _);
            }
        }
        [StepLog] public partial class Log;
        """);

    [Fact]
    public Task Everything_that_a_call_leaves_to_the_compiler() => Works("""
        public class Tools
        {
            [AgentTool]
            public int M(
                int a, dynamic? b, List<dynamic> c, CancellationToken first = default, (int X, dynamic? Y)? pair = null, nint handle = 3, DayOfWeek day = DayOfWeek.Friday,
                [CallerMemberName] string member = "", [CallerLineNumber] int line = 0, [CallerFilePath] string path = "", [CallerArgumentExpression(nameof(a))] string? of = null,
                CancellationToken second = default, params string?[] rest) => a;
            [AgentTool] public dynamic N(dynamic x) => x;
            [AgentTool] public Task<dynamic?> NAsync(ref dynamic x) => Task.FromResult<dynamic?>(x);
            public void Use() { M(1, null, []); M(c: [], a: 1, b: "", rest: ["a"], day: DayOfWeek.Monday); N(1); object x = 1; NAsync(ref x).Wait(); }
        }
        public partial class Bridged { [AgentTool] private dynamic N(dynamic x) => x; public void Use() => N(1); }
        [StepLog] public partial class Log;
        """);

    [Fact]
    public Task Receivers_and_members_of_every_accessibility() => Works("""
        public struct Point { public int X; }
        public static class Extensions
        {
            [AgentTool] public static int A(this in Point p) => p.X;
            [AgentTool] public static void B(this ref Point p, int x) => p.X = x;
            [AgentTool] public static ref T C<T>(this ref T value) where T : struct => ref value;
            [AgentTool] public static int D(this scoped ReadOnlySpan<int> all) => all.Length;
            [AgentTool] public static int E(this ref readonly Point p) => p.X;
            public static void Use(Point p, ReadOnlySpan<int> all) { p.A(); Extensions.A(p); p.B(1); p.C() = default; all.D(); p.E(); }
        }
        public partial interface IHidden<T>
        {
            [AgentTool] private T A(T x) => x;
            [AgentTool] private static int B(out int x) => x = 1;
            [AgentTool] protected U C<U>(U x) where U : class => x;
            void Use(T x) { A(x); B(out _); C(""); }
        }
        public class Accessible
        {
            [AgentTool] private protected int A<T>(T x) => 1;
            [AgentTool] protected internal int B(int x) => x;
            [AgentTool] internal int C(int x) => x;
            [AgentTool] protected static int D(int x) => x;
            public void Use() { A(1); B(1); C(1); D(1); }
        }
        public class Derived : Accessible { public void Call() { A(""); B(1); this.C(1); D(1); } }
        public record struct Position(int X, [property: JsonIgnore] string Y)
        {
            [AgentTool] public readonly Position Move(Position by) => by;
            [AgentTool] private int Next() => X++;
            public void Use() { this.Move(this); Next(); (this with { X = 2 }).Move(new(1, "")); }
        }
        """);

    [Fact]
    public Task Methods_that_record_themselves() => Works("""
        public partial class Tools<T>
        {
            [AgentTool] public partial dynamic Late(dynamic x, List<dynamic> more);
            private dynamic LateCore(dynamic x, List<dynamic> more) => x;
            [AgentTool] public static partial bool TryFind<U>(in int from, ref T? text, [UnscopedRef] out U found, scoped ReadOnlySpan<T> all) where U : struct;
            private static bool TryFindCore<U>(in int from, ref T? text, [UnscopedRef] out U found, scoped ReadOnlySpan<T> all) where U : struct { found = default; return from > 1; }
            [AgentTool] private partial ref readonly T At(ref T from);
            private ref readonly T AtCore(ref T from) => ref from;
            public void Use(T? t) { Late(1, []); TryFind(1, ref t, out int _, []); At(ref t!); }
        }
        """);

    [Fact]
    public async Task Caller_information_is_recorded_and_not_asked_of_a_model()
    {
        var generated = await Works("""
            public class Tools { [AgentTool] public int M(int a, [CallerMemberName] string member = "none", [CallerLineNumber] int line = 7) => a; }
            """);
        Assert.Contains("""w.Property("member"); w.Value(a.member);""", generated["Surf_Tools.g.cs"], StringComparison.Ordinal);
        var table = generated["Surf_Tools.AgentTools.g.cs"];
        Assert.DoesNotContain("\"member\"", table, StringComparison.Ordinal);
        Assert.Contains("\"none\"", table, StringComparison.Ordinal);
        Assert.Single(table.Split('\n'), static l => l.Contains("Required<", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#nullable disable", "string", "List<string>")]
    [InlineData("#nullable enable", "string?", "List<string?>?")]
    [InlineData("#nullable enable annotations", "string?", "List<string?>")]
    [InlineData("#nullable enable warnings", "string", "List<string>")]
    public Task Each_state_of_nullable(string state, string text, string list) => Works($$"""
        {{state}}
        public partial class Tools<T>
        {
            [AgentTool] public {{list}} M({{text}} a, {{list}} b, out {{text}} c, T d, int? e) { c = a; return b; }
            [AgentTool] private {{text}} P<U>(U a) where U : class => default;
            [AgentTool] public static async Task<{{text}}> S({{text}} a, params {{text}}[] b) { await Task.Yield(); return a; }
            public void Use() { M("a", new(), out _, default, 1); P("a"); S("a", "b").Wait(); }
        }
        """.Replace("=> default;", "=> default!;").Replace("out _, default,", "out _, default!,"));

    private static async Task<Generated> Works(string source)
    {
        var generated = Generated.From(Source.Compile(Source.Usings + source)).Compiles();
        return await generated.HasNoHoles();
    }

    private static async Task Verify(string source, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Snapshot.Verify((await Works(source)).Text(), file, method);
}
