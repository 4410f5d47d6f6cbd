using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Generic methods, and methods of generic types: all type parameters in one list, with their constraints.</summary>
public sealed class GenericTests
{
    [Fact]
    public Task Generic_method_of_a_class() => Verify("""
        public class Tools
        {
            [AgentTool] public T? Pick<T>(IReadOnlyList<T> from, T? fallback, int at) where T : notnull => from.Count > at ? from[at] : fallback;
            public void Use() { Pick(["a"], null, 1); Pick<int>([1], 2, 0); Pick([new { A = 1 }], null, 0); }
        }
        """);

    [Fact]
    public Task Nested_generic_types_whose_parameters_share_a_name() => Verify("""
        #pragma warning disable CS0693
        public class Outer<T>
        {
            public class Inner<T>
            {
                [AgentTool] public T Keep<T>(T scope) => scope;
                [AgentTool] public T Hold(T self) => self;
            }
        }
        public class Agent
        {
            public int Use(Outer<string>.Inner<int> inner) => inner.Hold(1) + inner.Keep<byte>(2);
        }
        """);

    [Fact]
    public Task Private_methods_of_generic_types() => Verify("""
        public partial class Bridged<T> where T : class?
        {
            [AgentTool] private U Read<U>(T? from, U other) where U : struct => other;
            public int Use() => Read(null, 1);
        }
        public struct Accessed<T> where T : IComparable<T>
        {
            [AgentTool] private readonly U Read<U>(T from, U other) where U : struct => other;
            [AgentTool] private static T Name(T from) => from;
            public int Use(T from) { Name(from); return Read(from, 1); }
        }
        """);

    [Fact]
    public Task Every_constraint_is_copied() => Works("""
        public interface IShape<T> { T Self { get; } }
        public class Tools
        {
            [AgentTool] public void A<T>(T x) where T : class => _ = x;
            [AgentTool] public void B<T>(T x) where T : class? => _ = x;
            [AgentTool] public void C<T>(T x) where T : struct => _ = x;
            [AgentTool] public void D<T>(T x) where T : unmanaged => _ = x;
            [AgentTool] public void E<T>(T x) where T : notnull => _ = x;
            [AgentTool] public void F<T>(T x) where T : Tools, IShape<T>, new() => _ = x;
            [AgentTool] public void G<T, U>(T x, U? y) where T : U where U : IShape<T>? => _ = x;
            [AgentTool] public void H<T>(T x) where T : Enum => _ = x;
            [AgentTool] public void I<T>(T? x) where T : struct, IShape<T> => _ = x;
            [AgentTool] public T? J<T>(T?[]? x, Dictionary<string, T> map, (T First, int Second) pair) => default;
            public void Use<T>(T t) where T : Tools, IShape<T>, new()
            {
                A(""); B<string?>(null); C(1); D(1L); E(2); F(t); H(DayOfWeek.Friday); J<int>([], [], (1, 2)); G<T, IShape<T>>(t, null);
            }
        }
        """);

    [Fact]
    public Task Type_parameters_that_bear_the_names_of_generated_locals_and_of_parameters() => Works("""
        #pragma warning disable CS8981
        public class Box<value, a>
        {
            [AgentTool] public Task<origin> M<origin, scope, w, x>(value self, List<origin> value, w? a, a result, x task) where w : struct => Task.FromResult(value[0]);
            public Task<int> Use(Box<string, int> box) => box.M<int, byte, long, char>("", [1], 2, 3, 'x');
        }
        """);

    [Fact]
    public Task Receivers_of_every_kind() => Works("""
        public interface ISource<out T> { [AgentTool] T Next(); [AgentTool] int Count<U>(U of) => 1; }
        public abstract record Base<T>
        {
            [AgentTool] public abstract T Make<U>(T from, U with) where U : class;
            [AgentTool] public virtual List<T> All(T first) => [first];
        }
        public record Derived<A, B> : Base<Dictionary<A, B>> where A : notnull
        {
            public override Dictionary<A, B> Make<V>(Dictionary<A, B> from, V with) => from;
            public override List<Dictionary<A, B>> All(Dictionary<A, B> first) => [first];
        }
        public record Further : Derived<int, string> { public override Dictionary<int, string> Make<W>(Dictionary<int, string> from, W with) => from; }
        public struct Cell<T> { T _v; [AgentTool] public T Set(T v) => _v = v; [AgentTool] public readonly T Get() => _v; [AgentTool] public static T? None() => default; }
        public static class Extensions
        {
            [AgentTool] public static T First<T>(this IEnumerable<T> all, int skip = 0) => System.Linq.Enumerable.First(System.Linq.Enumerable.Skip(all, skip));
            [AgentTool] public static T? Maybe<T>(this T? value) where T : struct => value;
        }
        public class Agent
        {
            private class Hidden;
            public void Use(ISource<string> source, Base<int> some, Derived<int, string> derived, Further further)
            {
                source.Next(); source.Count<Hidden>(new());
                some.Make(1, ""); some.All(1); derived.Make([], ""); derived.All([]); further.Make([], new Hidden()); further.All([]);
                var cell = new Cell<Hidden>(); cell.Set(new()); cell.Get(); Cell<int>.None();
                new[] { 1 }.First(); Extensions.First(new List<string>(), skip: 1); ((int?)1).Maybe();
            }
        }
        """);

    [Fact]
    public Task Overloads_that_differ_by_type_parameters_alone() => Works("""
        public class Tools
        {
            [AgentTool] public int M(int x) => x;
            [AgentTool] public int M<T>(int x) => x;
            [AgentTool] public int M<T, U>(int x) => x;
            [AgentTool] public int M<T>(T x) => 1;
            public void Use() { M(1); M<int>(1); M<int, int>(1); M(""); }
        }
        """);

    [Fact]
    public async Task A_log_of_typed_steps()
    {
        var generated = await Works("""
            public record Pair<T>(T First, T Second);
            public class Tools<T>
            {
                [AgentTool] public List<T?> Find<U>(T what, U[] among, Dictionary<string, U> by, Pair<T> pair, Pair<int> other) => [what];
            }
            [StepLog] public partial class Log;
            """);
        var log = generated["Surf_Log.StepLog.g.cs"];
        Assert.Contains("public required global::AgentStepLog.JsonText What ", log, StringComparison.Ordinal);
        Assert.Contains("public required global::System.Collections.Generic.IReadOnlyList<global::AgentStepLog.JsonText> Among ", log, StringComparison.Ordinal);
        Assert.Contains("public required global::Surf.Pair<int> Other ", log, StringComparison.Ordinal);
    }

    [Fact]
    public Task Logs_that_generic_types_hold() => Works("""
        public class Held<T> { public readonly StepLog Log = null!; public static StepLog? Shared; [AgentTool] public T M(T x) => x; }
        public class Inherits : Held<int> { [AgentTool] public static int N() => 1; }
        public partial class Given<T>(StepLog log) { [AgentTool] public T M(T x) => x; }
        """);

    [Theory]
    [InlineData("public class T { [AgentTool] public X M<X, Y>(X x) where X : Y where Y : X => x; public void Use() => M<int, int>(1); }")]
    [InlineData("public class T<X> where X : T<X>.In { public class In; [AgentTool] public X M(X x) => x; }")]
    [InlineData("public class T { [AgentTool] public X M<X>(X x) where X : class, struct, Missing, allows => x; public void Use() => M(); }")]
    [InlineData("public class T<X, X> { [AgentTool] public ref X M<X>(ref out X x, scoped int = ) => x; }")]
    public void Type_parameters_of_code_that_does_not_compile_are_no_harm(string source) =>
        Assert.NotEmpty(Generated.From(Source.Compile(Source.Usings + source)).Sources);

    private static async Task<Generated> Works(string source)
    {
        var generated = Generated.From(Source.Compile(Source.Usings + source)).Compiles();
        return await generated.HasNoHoles();
    }

    private static async Task Verify(string source, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Snapshot.Verify((await Works(source)).Text(), file, method);
}
