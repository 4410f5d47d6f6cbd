using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>What cannot be recorded is refused with its reason, leaves nothing behind, and the user's build goes on.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> Methods => new()
    {
        { nameof(MethodRefusal.ExplicitImplementation), "public interface I { void M(); } public class T : I { [AgentTool] void I.M() { } }" },
        { nameof(MethodRefusal.NotOrdinary), "public class T { [AgentTool] public static T operator +(T a, T b) => a; }" },
        { nameof(MethodRefusal.NotOrdinary), "public class T { public int P { [AgentTool] get => 1; } }" },
        { nameof(MethodRefusal.StaticAbstract), "public interface I { [AgentTool] static abstract int M(); }" },
        { nameof(MethodRefusal.RefReturn), "public struct T { int[] _x; [AgentTool] public ref int M() => ref _x[0]; public void Use() => M() = 2; }" },
        { nameof(MethodRefusal.RefReturn), "public class T { Task _x = null!; [AgentTool] public ref Task M() => ref _x; public void Use() => M(); }" },
        { nameof(MethodRefusal.RefStruct), "public class T { [AgentTool] public int M(Span<char>.Enumerator x) => 1; public void Use() => M(default); }" },
        { nameof(MethodRefusal.RefStruct), "public ref struct T { [AgentTool] public int M() => 1; public void Use() => M(); }" },
        { nameof(MethodRefusal.AsyncVoid), "public class T { [AgentTool] public async void M() => await Task.Yield(); public void Use() => M(); }" },
        { nameof(MethodRefusal.StreamOfOwnType), "public class T { [AgentTool] public FileStream M() => null!; public void Use() => M(); }" },
        { nameof(MethodRefusal.Awaitable), "public class T { [AgentTool] public YieldAwaitable M() => default; public void Use() => M(); }" },
        { nameof(MethodRefusal.FileType), "file class F; file class T { [AgentTool] public int M(F f) => 1; public void Use() => M(new()); }" },
        { nameof(MethodRefusal.FileType), "file class F { public class G; } file class T { [AgentTool] private int M(List<F.G[]> f) => 1; public void Use() => M(new()); }" },
        { nameof(MethodRefusal.InaccessibleType), "public class T { private class P; [AgentTool] private int M(P p) => 1; public void Use() => M(new()); }" },
        { nameof(MethodRefusal.InaccessibleType), "public class T { private class P; [AgentTool] private int M<X>(X x) where X : P => 1; public void Use() => M(new P()); }" },
        { nameof(MethodRefusal.InaccessibleType), "public partial class O { private partial class T { [AgentTool] public int M() => 1; public void Use() => M(); } }" },
        { nameof(MethodRefusal.PrivateInStaticType), "public static class T { [AgentTool] private static int M() => 1; public static void Use() => M(); }" },
        { nameof(MethodRefusal.PrivateInInterface), "public interface T { [AgentTool] private int M() => 1; void Use() => M(); }" },
        { nameof(MethodRefusal.LocalFunction), "public class T { public void Use() { M(); [AgentTool] int M() => 1; } }" },
        { nameof(MethodRefusal.NotOrdinary), "public static class T { [AgentTool, System.Runtime.InteropServices.UnmanagedCallersOnly] public static void M() { } }" },
        { nameof(MethodRefusal.VarArgs), "public class T { [AgentTool] public int M(__arglist) => 1; public void Use() => M(__arglist(1)); }" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Refused_method_leaves_nothing_behind(string reason, string source)
    {
        var compilation = Source.Compile(Source.Usings + source);
        var method = Annotated(compilation);

        Assert.Equal(reason, MethodSupport.Check(method, compilation).ToString());
        Assert.NotEmpty(Reasons.Sentence(MethodSupport.Check(method, compilation)));

        var generated = Generated.From(compilation);
        Assert.Equal(["AgentStepLog.InterceptionMarker.g.cs"], generated.HintNames);
        Assert.DoesNotContain(generated.Output.GetDiagnostics(TestContext.Current.CancellationToken), d =>
            d.Severity == DiagnosticSeverity.Error && d.Id != "CS8795");   // a bodiless partial method is the user's to complete
    }

    [Theory]
    [InlineData("8.0.0.0", "private void M() { }", nameof(MethodRefusal.None))]
    [InlineData("8.0.0.0", "private void M<X>() { }", nameof(MethodRefusal.NoGenericUnsafeAccessor))]
    [InlineData("8.0.0.0", "internal void M<X>() { }", nameof(MethodRefusal.None))]
    [InlineData("9.0.0.0", "private void M<X>() { }", nameof(MethodRefusal.None))]
    [InlineData("7.0.0.0", "private void M() { }", nameof(MethodRefusal.NoUnsafeAccessor))]
    public void What_is_private_is_reached_as_the_framework_allows(string version, string member, string expected)
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("System.Runtime", [Source.Tree("Core.cs", $$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}")]
            namespace System
            {
                public class Object; public class String; public abstract class ValueType; public abstract class Attribute; public struct Void;
            }
            namespace System.Reflection { public class AssemblyVersionAttribute : Attribute { public AssemblyVersionAttribute(string version) { } } }
            namespace System.Runtime.CompilerServices { public class {{(version[0] == '7' ? "Another" : "UnsafeAccessor")}}Attribute : Attribute; }
            class T { {{member}} }
            """)]);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("T")!.GetMembers("M").Single();

        Assert.Equal(expected, MethodSupport.Check(method, compilation).ToString());
    }

    private const string Tools = """
        public class Tools { [AgentTool] public virtual int M(int x) => x; [AgentTool] public static int S(object x) => 1; }
        public interface ITools { [AgentTool] int N(); }
        public class B { [AgentTool] public virtual object C() => 1; }
        public class D : B { public override string C() => ""; }
        public partial class Own { [AgentTool] public virtual partial int V(); private int VCore() => 1; }
        public class Replaced : Own { public override int V() => 2; }

        """;

    public static TheoryData<string, string> Calls => new()
    {
        { nameof(CallRefusal.DynamicArgument), "class U { void Use(Tools t, dynamic x) => t./**/M(x); }" },
        { nameof(CallRefusal.ExpressionTree), "class U { System.Linq.Expressions.Expression<Func<Tools, int>> Use() => t => t./**/M(1); }" },
        { nameof(CallRefusal.ExpressionTree), "class U { object Use(IQueryable<Tools> q) => q.Where(t => t./**/M(1) > 0); }" },
        { nameof(CallRefusal.ExpressionTree), "class U { object Use(IQueryable<Tools> q) => from t in q where t./**/M(1) > 0 select t; }" },
        { nameof(CallRefusal.BaseCall), "class U : Tools { public override int M(int x) => base./**/M(x); }" },
        { nameof(CallRefusal.TypeParameterReceiver), "class U { void Use<T>(T t) where T : ITools => t./**/N(); }" },
        { nameof(CallRefusal.BaseCallOutOfReach), "partial class U<T> : Tools { public override int M(int x) => base./**/M(x); }" },
        { nameof(CallRefusal.BaseCallOutOfReach), "file partial class U : Tools { public override int M(int x) => base./**/M(x); }" },
        { nameof(CallRefusal.ReplacesCalleeOwned), "class U { void Use(Replaced r) => r./**/V(); }" },
        { nameof(CallRefusal.CalleeOwned), "class U { void Use(Own o) => o./**/V(); }" },
        { nameof(CallRefusal.InaccessibleReceiver), "class U { private class P : Tools { public override int M(int x) => 2; } void Use(P p) => p./**/M(1); }" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Refused_call_is_not_intercepted(string reason, string source)
    {
        var compilation = Source.Compile(Source.Usings + Tools + source);

        Assert.Equal(reason, Decide(compilation)?.Refusal.ToString());
        Assert.True(Decide(compilation)!.IsCalleeOwned || Decide(compilation)!.Reason.Length > 0);

        var generated = Generated.From(compilation).Compiles();
        Assert.DoesNotContain(generated.HintNames, h => h.Contains("Interceptors", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class U { void Use(Tools t) => t./**/M(1); }")]
    [InlineData("class U { void Use(Tools? t) => t?./**/M(1); }")]
    [InlineData("class U { void Use<T>(T t) where T : class, ITools => t./**/N(); }")]
    [InlineData("class U { void Use<T>(T t) where T : Tools => t./**/M(1); }")]
    [InlineData("class U { void Use(D d) => d./**/C(); }")]
    [InlineData("public class G { [AgentTool] public virtual T M<T>(T x) where T : class => x; } partial class U : G { public override T M<T>(T x) => base./**/M(x); }")]
    [InlineData("public class G { [AgentTool] public virtual void M(ref int x, out int y, in int z) => y = x; } partial class U : G { public override void M(ref int x, out int y, in int z) => base./**/M(ref x, out y, in z); }")]
    [InlineData("public class G { [AgentTool] public virtual IEnumerable<int> M() { yield return 1; } } partial class U : G { public override IEnumerable<int> M() => base./**/M(); }")]
    [InlineData("public class G<T> { [AgentTool] public virtual T M(T x) => x; } public class H : G<int> { public override int M(int x) => 1; } partial class U : H { public override int M(int x) => base./**/M(x); }")]
    [InlineData("public class G<T> { [AgentTool] public virtual object M(T x) => 1; } class H<T> : G<List<T>> { public override string M(List<T> x) => \"\"; } class U { object Use(H<int> h) => h./**/M([]); }")]
    [InlineData("partial class U : D { public override string C() => base./**/C(); }")]
    [InlineData("partial class U : Tools { public override int M(int x) { int L() => base./**/M(x); return L(); } }")]
    [InlineData("partial class U : Tools { public int Other { get => base./**/M(1); set { base.M(value); } } }")]
    [InlineData("class U { Func<int> f = () => Tools./**/S(1); }")]
    [InlineData("class U(int x) { int P => x; } class V() : U(Tools./**/S(1));")]
    [InlineData("class U { protected U(int x) { } } class V : U { V() : base(Tools./**/S(1)) { } }")]
    [InlineData("class U { static int s = Tools./**/S(1); int P { get; } = Tools.S(2); }")]
    [InlineData("class U { IEnumerable<int> Use() { yield return Tools./**/S(1); } }")]
    [InlineData("class U { async IAsyncEnumerable<int> Use() { await Task.Yield(); yield return Tools./**/S(1); } }")]
    [InlineData("class U { bool Use(Tools t) => t./**/M(1) is > 0 and < 5; }")]
    [InlineData("class U { int Use(Tools t) => t./**/M(1) switch { 1 => t.M(2), _ when t.M(3) > 1 => 4, _ => 5 }; }")]
    [InlineData("class U { int[] Use(Tools t) => [t./**/M(1), .. new[] { t.M(2) }]; }")]
    [InlineData("class U { object Use(Tools t) => new { A = t./**/M(1), B = (t.M(2), t.M(3)) }; }")]
    [InlineData("class U { int Use(Tools? t) => t!./**/M(1); }")]
    [InlineData("class U { Tools? T { get; } string? Use(U? u) => u?.T?./**/M(1).ToString(); }")]
    [InlineData("class U { void Use(Tools t, int[] a) { a[t./**/M(1)] += t.M(2); foreach (var x in new int[t.M(3)]) { } } }")]
    [InlineData("class U { void Use(Tools t) { lock (t) { using var s = new MemoryStream(t./**/M(1)); } for (var i = t.M(0); i < t.M(1); i += t.M(2)) { } } }")]
    [InlineData("class U { int Use(Tools t) { try { return t./**/M(1); } catch (Exception) when (t.M(2) > 1) { throw; } finally { t.M(3); } } }")]
    [InlineData("class U { object Use(Tools t) => throw new Exception(t./**/M(1).ToString()); }")]
    [InlineData("class U { int this[int i] => Tools./**/S(i); public static U operator +(U a, int b) { Tools.S(b); return a; } event Action E { add { Tools.S(1); } remove { } } ~U() => Tools.S(3); }")]
    [InlineData("class U { void Use(Tools t) { (int A, int B) p = (t./**/M(1), 2); var (a, b) = (t.M(1), t.M(2)); p.A = t.M(a + b); } }")]
    [InlineData("static class U { static int Use(this Tools t) => t./**/M(1); }")]
    [InlineData("class U<T> where T : class, ITools { int Use(T? t) => t is null ? 0 : t./**/N(); }")]
    [InlineData("class U : ITools { int ITools.N() => 1; int Use() => ((ITools)this)./**/N(); }")]
    [InlineData("interface IMore : ITools { int Twice() => /**/N() + this.N(); }")]
    [InlineData("class U { int Use(Tools t) => t./**/M(sizeof(int)); int Checked(Tools t) => checked(t.M(1) + unchecked(t.M(2))); }")]
    [InlineData("class U { int Use(dynamic d, Tools t) => t./**/M((int)d.X); }")]
    [InlineData("class U { [Obsolete] int Use(Tools t) => t./**/@M(x: 1); }")]
    [InlineData("class U { int P => Tools./**/S(1); }")]
    [InlineData("class U { U(int x) { } U() : this(Tools./**/S(1)) { } }")]
    [InlineData("class U { string Use(Tools t) => $\"{t./**/M(1)}\"; }")]
    [InlineData("class U { object Use(List<Tools> q) => from t in q where t./**/M(1) > 0 select t; }")]
    [InlineData("class U { int Use(Tools t) => t./**/M(t.M(t.M(1))); }")]
    [InlineData("class U { void Use() { Func<int> f = () => { int L() => Tools./**/S(1); return L(); }; } }")]
    public void Call_is_intercepted_wherever_it_stands(string source)
    {
        var compilation = Source.Compile(Source.Usings + Tools + source);

        Assert.True(Decide(compilation)?.IsRecorded);

        var generated = Generated.From(compilation).Compiles();
        Assert.Contains("InterceptsLocation(1, ", generated["Program.Interceptors.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_in_files_of_equal_content_are_not_intercepted()
    {
        const string Call = "partial class U { static partial class V { } }\nnamespace X { file class W { int Use() => global::Surf.Tools.S(1); } }";
        var compilation = Source.Compile(("A.cs", Source.Usings + Tools), ("B.cs", Call), ("C.cs", Call), ("D.cs", Call + "\n"));

        var generated = Generated.From(compilation).Compiles();

        Assert.Equal(["D.Interceptors.g.cs"], generated.HintNames.Where(h => h.Contains("Interceptors", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        foreach (var refusal in Enum.GetValues<MethodRefusal>().Where(r => r != MethodRefusal.None))
        {
            Assert.NotEmpty(Reasons.Sentence(refusal));
        }

        foreach (var refusal in Enum.GetValues<CallRefusal>().Where(r => r is not (CallRefusal.None or CallRefusal.Method or CallRefusal.CalleeOwned)))
        {
            Assert.NotEmpty(Reasons.Sentence(refusal));
        }
    }

    private static IMethodSymbol Annotated(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .Select(n => model.GetDeclaredSymbol(n, TestContext.Current.CancellationToken))
            .OfType<IMethodSymbol>()
            .Single(m => Annotations.OwnOf(m) is not null && m.PartialDefinitionPart is null);
    }

    // The call whose name follows the comment.
    private static CallDecision? Decide(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var mark = tree.ToString().IndexOf("/**/", StringComparison.Ordinal);
        var call = tree.GetRoot(TestContext.Current.CancellationToken).FindToken(mark + 4).Parent!.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().First();
        return CallSites.Decide(call, compilation.GetSemanticModel(tree), hasEqualFile: false, TestContext.Current.CancellationToken);
    }
}
