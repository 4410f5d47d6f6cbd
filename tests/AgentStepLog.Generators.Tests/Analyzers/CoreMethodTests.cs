using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class CoreMethodTests
{
    [Fact]
    public async Task A_missing_core_is_named_with_the_declaration_to_write()
        => Assert.Equal(
            ["The generated body of 'Tools.SearchAsync<T>' calls 'SearchAsyncCore', which is missing: write 'private static Task<string> SearchAsyncCore<T>(T query, CancellationToken token, int[] more) where T : class'"],
            await RuleTest.VerifyAsync<CoreMethodAnalyzer>(
                """
                partial class Tools
                {
                    [AgentTool]
                    public static partial Task<string> [|SearchAsync|]<T>(
                        T query, CancellationToken token = default, params int[] more)
                        where T : class;
                }
                """));

    [Theory]
    [InlineData("private Task CountCore(string text) => Task.CompletedTask;", "returns 'Task' and not 'Task<int>'")]
    [InlineData("private Task<int> CountCore() => null!;", "has 0 parameters and not 1 parameter")]
    [InlineData("private Task<int> CountCore(object text) => null!;", "takes 'object text' and not 'string text'")]
    [InlineData("private Task<int> CountCore(in string text) => null!;", "takes 'in string text' and not 'string text'")]
    [InlineData("private Task<int> CountCore<T>(string text) => null!;", "has 1 type parameter and not 0 type parameters")]
    [InlineData("private int CountCore => 1;", "is no method")]
    public async Task A_core_of_another_signature_is_told_what_differs(string core, string difference)
        => Assert.Equal(
            [$"The generated body of 'Tools.Count' calls 'CountCore', which {difference}: write 'private Task<int> CountCore(string text)'"],
            await RuleTest.VerifyAsync<CoreMethodAnalyzer>(
                $"partial class Tools {{ [AgentTool] public partial Task<int> [|Count|](string text); {core} }}"));

    [Fact]
    public async Task A_core_that_changes_a_struct_which_the_method_does_not_is_told_so()
        => Assert.Contains("which is not readonly", Assert.Single(await RuleTest.VerifyAsync<CoreMethodAnalyzer>(
            "partial struct Tools { [AgentTool] public readonly partial int [|Count|](); private int CountCore() => 1; }")));

    [Fact]
    public async Task A_core_of_a_static_method_is_static()
        => Assert.Contains("which is not static", Assert.Single(await RuleTest.VerifyAsync<CoreMethodAnalyzer>(
            "partial class Tools { [AgentTool] public static partial int [|Count|](); private int CountCore() => 1; }")));

    [Fact]
    public Task A_core_that_uses_nothing_of_its_object_may_be_static_as_CA1822_would_have_it()
        => RuleTest.VerifyAsync<CoreMethodAnalyzer>(
            """
            partial class Tools<TOf>
            {
                [AgentTool] public virtual partial Task<TOf> Find<T>(TOf of, T other);
                private static Task<TOf> FindCore<T>(TOf of, T other) => Task.FromResult(of);
            }
            partial struct Counter
            {
                [AgentTool] public readonly partial int Peek();
                private static int PeekCore() => 1;
            }
            partial interface ITools
            {
                [AgentTool] public virtual partial int Run();
                private static int RunCore() => 1;
            }
            """);

    [Fact]
    public Task A_core_of_the_same_signature_is_all_that_is_asked()
        => RuleTest.VerifyAsync<CoreMethodAnalyzer>(
            """
            partial class Tools
            {
                [AgentTool] public partial Task<string?> Find(string? text, (int A, int B) pair);
                private async Task<string?> FindCore(string? other, (int A, int B) pair) { await Task.Yield(); return other; }
                private int FindCore() => 1;
                [AgentTool] public partial T Give<T>(T value) where T : notnull;
                private U GiveCore<U>(U value) where U : notnull => value;
                [AgentTool] public int Ordinary() => 1;
                [AgentTool] public partial int Own();
            }
            partial class Tools { public partial int Own() => 1; }
            """);
}
