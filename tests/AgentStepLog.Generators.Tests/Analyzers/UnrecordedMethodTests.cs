using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class UnrecordedMethodTests
{
    /// <summary>One declaration for each reason that this compiler and framework can meet.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { nameof(MethodRefusal.LocalFunction), "class C { void M() { [AgentTool] int [|Local|]() => 1; _ = Local(); } }" },
        { nameof(MethodRefusal.NotOrdinary), "class C { int P { [AgentTool] [|get|] => 1; } }" },
        { nameof(MethodRefusal.NotOrdinary), "class C { [AgentTool] public static C operator [|+|](C a, C b) => a; }" },
        { nameof(MethodRefusal.NotOrdinary), "class C { Func<int> F = [[|AgentTool|]] () => 1; }" },
        { nameof(MethodRefusal.ExplicitImplementation), "interface I { int M(); } class C : I { [AgentTool] int I.[|M|]() => 1; }" },
        { nameof(MethodRefusal.StaticAbstract), "interface I { [AgentTool] static abstract int [|M|](); }" },
        { nameof(MethodRefusal.OutputsOfStream), "class C { [AgentTool] public IEnumerable<int> [|M|](out int count) { count = 1; return [1]; } }" },
        { nameof(MethodRefusal.RefReturn), "struct C { int[] _x; [AgentTool] public ref int [|M|]() => ref _x[0]; }" },
        { nameof(MethodRefusal.RefStruct), "class C { [AgentTool] public int [|M|](Span<char>.Enumerator text) => 1; }" },
        { nameof(MethodRefusal.RefStruct), "ref struct C { [AgentTool] public int [|M|]() => 1; }" },
        { nameof(MethodRefusal.Pointer), "unsafe class C { [AgentTool] public int [|M|](int* p) => *p; }" },
        { nameof(MethodRefusal.Pointer), "unsafe class C { [AgentTool] public int [|M|](List<delegate*<int, void>[]> p) => 1; }" },
        { nameof(MethodRefusal.Awaitable), "class C { [AgentTool] public T [|M|]<T>(T task) where T : Task => task; }" },
        { nameof(MethodRefusal.StreamOfOwnType), "class C { [AgentTool] public T [|M|]<T>(T stream) where T : System.IO.Stream => stream; }" },
        { nameof(MethodRefusal.StreamOfOwnType), "namespace System.ClientModel.Primitives { abstract class CollectionResult; abstract class Pages<T> : CollectionResult; } class C { [AgentTool] public Task<System.ClientModel.Primitives.Pages<int>> [|M|]() => null!; }" },
        { nameof(MethodRefusal.StreamOfOwnType), "namespace Azure { abstract class Pageable<T>; } class C { [AgentTool] public Azure.Pageable<int> [|M|]() => null!; }" },
        { nameof(MethodRefusal.StreamOfOwnType), "abstract class Own : IAsyncEnumerable<int> { public abstract IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken token); } class C { [AgentTool] public Task<Own> [|M|]() => null!; }" },
        { nameof(MethodRefusal.Awaitable), "class C { [AgentTool] public System.Runtime.CompilerServices.YieldAwaitable [|M|]() => default; }" },
        { nameof(MethodRefusal.AsyncVoid), "class C { [AgentTool] public async void [|M|]() => await Task.Yield(); }" },
        { nameof(MethodRefusal.FileType), "file class C { [AgentTool] public int [|M|]() => 1; }" },
        { nameof(MethodRefusal.InaccessibleType), "class C { private class P { [AgentTool] public int [|M|]() => 1; } }" },
        { nameof(MethodRefusal.PrivateInStaticType), "static class C { [AgentTool] private static int [|M|]() => 1; }" },
        { nameof(MethodRefusal.PrivateInInterface), "interface I { [AgentTool] private int [|M|]() => 1; }" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_method_that_the_generator_refuses_is_reported_with_the_generators_reason(string refusal, string marked)
        => Assert.EndsWith(
            "is annotated but not recorded: " + Reasons.Sentence(Enum.Parse<MethodRefusal>(refusal)),
            Assert.Single(await RuleTest.VerifyAsync<UnrecordedMethodAnalyzer>(marked)));

    [Fact]
    public void Each_reason_is_shown_here_or_said_why_not()
    {
        string[] elsewhere =
        [
            nameof(MethodRefusal.None),
            nameof(MethodRefusal.AmbiguousType), // two references with types of one name: ReferenceTests
            nameof(MethodRefusal.ExtensionBlock), // the Roslyn floor has it as a preview: the matrix
            nameof(MethodRefusal.NoUnsafeAccessor), // a framework before .NET 8
            nameof(MethodRefusal.NoGenericUnsafeAccessor), // .NET 8
            nameof(MethodRefusal.VarArgs), // __arglist, which the framework's references forbid to call
            nameof(MethodRefusal.ContainerNotPartial), // does not compile: CalleeOwnedTests has it
        ];
        Assert.Equal(
            Enum.GetNames<MethodRefusal>().Order(StringComparer.Ordinal),
            Refused.Select(static row => row.Data.Item1).Concat(elsewhere).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Every_supported_shape_is_silent()
        => RuleTest.VerifyAsync<UnrecordedMethodAnalyzer>(
            """
            public interface I { [AgentTool] int M(); [AgentTool] int Default() => 1; }
            public class C
            {
                [AgentTool] public int Sync(int a, params string[] more) => a;
                [AgentTool] public Task TaskAsync(CancellationToken token) => Task.CompletedTask;
                [LlmCall] internal Task<string> TaskOfTAsync() => Task.FromResult("");
                [AgentRun] protected ValueTask ValueTaskAsync() => default;
                [AgentTool] private ValueTask<int> ValueTaskOfTAsync() => default;
                [AgentTool] public static void Static() { }
                public virtual void NotAnnotated(ref int x) { }
            }
            class G<T> { [AgentTool] public U Generic<U>(T value, U other) where U : class => other; [AgentTool] private T Hidden() => default!; }
            partial class P { internal partial struct S { [AgentTool] private int M() => 1; } }
            static class X { [AgentTool] internal static int E(this string text) => text.Length; }
            partial class Parts { [AgentTool] public partial int M(); }
            partial class Parts { public partial int M() => 1; }
            partial class Callee { [AgentTool] public partial int M(); private int MCore() => 1; }
            """);
}
