using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class MakePartialTests
{
    private const string Framework = "namespace Microsoft.SemanticKernel { class KernelFunctionAttribute : Attribute { } }";

    [Fact]
    public Task The_code_moves_to_the_core_and_docs_attributes_and_defaults_stay()
        => FixesAsync(
            """
            using Microsoft.SemanticKernel;
            using System.Runtime.CompilerServices;
            namespace N
            {
                public static class Outer
                {
                    public class Tools
                    {
                        private int _n;

                        /// <summary>Searches.</summary>
                        /// <param name="query">What for.</param>
                        [KernelFunction]
                        [AgentTool(Name = "search")] // the tool
                        public virtual async Task<string> SearchAsync<T>(
                            [Description("What for.")] string query, T other, int top = 10,
                            [CallerMemberName] string? caller = null, params string[] more)
                            where T : class
                        {
                            // What it does.
                            await Task.Yield();
                            return query + _n++;
                        }

                        public int After() => 1;
                    }
                }
            }
            """,
            """
            using Microsoft.SemanticKernel;
            using System.Runtime.CompilerServices;
            namespace N
            {
                public static partial class Outer
                {
                    public partial class Tools
                    {
                        private int _n;

                        /// <summary>Searches.</summary>
                        /// <param name="query">What for.</param>
                        [KernelFunction]
                        [AgentTool(Name = "search")] // the tool
                        public virtual partial Task<string> SearchAsync<T>(
                            [Description("What for.")] string query, T other, int top = 10,
                            [CallerMemberName] string? caller = null, params string[] more)
                            where T : class;

                        private async Task<string> SearchAsyncCore<T>(string query, T other, int top, string? caller, string[] more) where T : class
                        {
                            // What it does.
                            await Task.Yield();
                            return query + _n++;
                        }

                        public int After() => 1;
                    }
                }
            }
            """);

    [Fact]
    public Task An_iterators_token_stays_with_its_code()
        => FixesAsync(
            """
            using System.Runtime.CompilerServices;
            partial class Tools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction]
                public static async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken token = default)
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
            """,
            """
            using System.Runtime.CompilerServices;
            partial class Tools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction]
                public static partial IAsyncEnumerable<int> Count(CancellationToken token = default);

                private static async IAsyncEnumerable<int> CountCore([EnumeratorCancellation] CancellationToken token)
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
            """);

    [Fact]
    public Task A_method_that_says_nothing_of_its_reach_is_private_and_an_interfaces_is_public_and_virtual()
        => FixesAsync(
            """
            class Tools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction] int Count() => 1;
            }
            """,
            """
            partial class Tools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction] private partial int Count();

                private int CountCore() => 1;
            }
            """,
            """
            interface ITools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction] int Count() => 1;
            }
            """,
            """
            partial interface ITools
            {
                [AgentTool, Microsoft.SemanticKernel.KernelFunction] public virtual partial int Count();

                private int CountCore() => 1;
            }
            """);

    [Fact]
    public async Task All_methods_of_a_type_make_it_partial_once()
        => Assert.Equal(
            [
                """
                partial class Tools
                {
                    [AgentTool, Microsoft.SemanticKernel.KernelFunction] public partial int A();

                    private int ACore() => 1;
                    [AgentTool, Microsoft.SemanticKernel.KernelFunction] public readonly_ B() => new();
                }
                class readonly_ { }
                """.Replace("public readonly_ B() => new();", "public partial readonly_ B();\n\n    private readonly_ BCore() => new();", StringComparison.Ordinal),
                Framework,
            ],
            await FixTest.FixAllAsync<FrameworkAttributeAnalyzer, MakePartialFix>(
                [
                    """
                    class Tools
                    {
                        [AgentTool, Microsoft.SemanticKernel.KernelFunction] public int A() => 1;
                        [AgentTool, Microsoft.SemanticKernel.KernelFunction] public readonly_ B() => new();
                    }
                    class readonly_ { }
                    """,
                    Framework,
                ]));

    [Theory]
    [InlineData("interface I { [AgentTool, Microsoft.SemanticKernel.KernelFunction] int M(); }")]
    [InlineData("partial class C { [AgentTool, Microsoft.SemanticKernel.KernelFunction] public partial int M(); public partial int M() => 1; }")]
    [InlineData("class C { [AgentTool, Microsoft.SemanticKernel.KernelFunction] public int M() => 1; int MCore = 1; }")]
    public async Task What_cannot_be_split_is_offered_nothing(string source)
        => Assert.Equal(0, await FixTest.OffersAsync<FrameworkAttributeAnalyzer, MakePartialFix>(source + Framework));

    [Fact]
    public async Task A_private_member_of_an_interface_records_itself_then()
    {
        var source = "interface ITools\n{\n    [AgentTool] private int Count() => 1;\n}\n";
        Assert.Equal(
            "partial interface ITools\n{\n    [AgentTool] private partial int Count();\n\n    private int CountCore() => 1;\n}\n",
            await FixTest.FixFirstAsync<UnrecordedMethodAnalyzer, MakePartialFix>(source));
    }

    [Fact]
    public async Task An_override_of_a_method_that_records_itself_does_so_too()
        => Assert.Contains(
            "[AgentTool] public override partial int Run();\n\n    private int RunCore() => 2;",
            await FixTest.FixFirstAsync<CalleeOverrideAnalyzer, MakePartialFix>(
                "partial class Base\n{\n    [AgentTool] public virtual partial int Run();\n    private int RunCore() => 1;\n}\nclass Derived : Base\n{\n    [AgentTool] public override int Run() => 2;\n}\n"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Base", "partial class Base\n{\n    [AgentTool(Name = \"run\")] public virtual partial int Run<T>(T of) where T : class;\n    private int RunCore<T>(T of) where T : class => 1;\n}\n")]
    [InlineData("IBase", "partial interface IBase\n{\n    [AgentTool(Name = \"run\")] public virtual partial int Run<T>(T of) where T : class;\n    private int RunCore<T>(T of) where T : class => 1;\n}\n")]
    public async Task What_takes_the_place_of_a_method_that_records_itself_takes_its_annotation_too(string above, string declaration)
    {
        var (modifier, constraints) = above == "Base" ? ("override ", "") : ("", " where T : class");
        var result = await FixTest.FixFirstAsync<CalleeOverrideAnalyzer, MakePartialFix>(
            $"{declaration}class Derived : {above}\n{{\n    /// <summary>Runs.</summary>\n    public {modifier}int Run<T>(T of){constraints} => 2;\n}}\n");

        Assert.Equal(
            $"{declaration}partial class Derived : {above}\n{{\n    /// <summary>Runs.</summary>\n    [AgentTool(Name = \"run\")]\n    public {modifier}partial int Run<T>(T of){constraints};\n\n"
            + "    private int RunCore<T>(T of) where T : class => 2;\n}\n",
            result);
        await RuleTest.VerifyAsync<CalleeOverrideAnalyzer>(result);
        await RuleTest.VerifyAsync<CoreMethodAnalyzer>(result);
    }

    private static async Task FixesAsync(params string[] sources)
    {
        for (var i = 0; i < sources.Length; i += 2)
        {
            var result = await FixTest.FixFirstAsync<FrameworkAttributeAnalyzer, MakePartialFix>(sources[i], static p => p.Files.Add("Framework.cs", Framework));
            Assert.Equal(sources[i + 1], result);

            // What comes out compiles, and is all that the rule asks for.
            await RuleTest.VerifyAsync<FrameworkAttributeAnalyzer>([result, Framework]);
            await RuleTest.VerifyAsync<CoreMethodAnalyzer>([result, Framework]);
        }
    }
}
