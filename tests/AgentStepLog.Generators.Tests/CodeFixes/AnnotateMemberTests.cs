using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class AnnotateMemberTests
{
    [Fact]
    public async Task The_interfaces_member_gets_the_attribute_with_its_arguments_in_its_own_file()
        => Assert.Equal(
            [
                """
                class Tools : N.ITools
                {
                    const string Title = "find \"it\"";
                    [AgentTool(Name = "find", Description = Title)] public int Find() => 1;
                }
                """,
                """
                namespace N
                {
                    public interface ITools
                    {
                        /// <summary>Finds.</summary>
                        [AgentTool(Name = "find", Description = "find \"it\"")]
                        int Find();
                    }
                }
                """,
            ],
            await FixTest.FixAllAsync<BaseMemberAnalyzer, AnnotateMemberFix>(
            [
                """
                class Tools : N.ITools
                {
                    const string Title = "find \"it\"";
                    [AgentTool(Name = "find", Description = Title)] public int Find() => 1;
                }
                """,
                """
                namespace N
                {
                    public interface ITools
                    {
                        /// <summary>Finds.</summary>
                        int Find();
                    }
                }
                """,
            ]));

    [Fact]
    public async Task Two_implementations_annotate_their_interface_once()
        => Assert.Equal(
            ["interface I { [LlmCall] int Ask(); } class A : I { [LlmCall] public int Ask() => 1; } class B : I { [LlmCall] public int Ask() => 1; }"],
            await FixTest.FixAllAsync<BaseMemberAnalyzer, AnnotateMemberFix>(
                ["interface I { int Ask(); } class A : I { [LlmCall] public int Ask() => 1; } class B : I { [LlmCall] public int Ask() => 1; }"]));

    [Fact]
    public async Task The_other_way_round_the_class_gets_it()
        => Assert.Equal(
            "interface I { [AgentTool] int Ask(); } class A : I { [AgentTool] public int Ask() => 1; static int M(A a) => a.Ask(); }",
            await FixTest.FixFirstAsync<BaseMemberAnalyzer, AnnotateMemberFix>(
                "interface I { [AgentTool] int Ask(); } class A : I { public int Ask() => 1; static int M(A a) => a.Ask(); }"));

    [Fact]
    public async Task A_type_of_the_attributes_name_does_not_catch_the_copy()
        => Assert.Equal(
            "class A : N.B { [AgentTool] public override int Ask() => 1; } namespace N { class AgentTool; class B { [AgentToolAttribute] public virtual int Ask() => 1; } }",
            await FixTest.FixFirstAsync<BaseMemberAnalyzer, AnnotateMemberFix>(
                "class A : N.B { [AgentTool] public override int Ask() => 1; } namespace N { class AgentTool; class B { public virtual int Ask() => 1; } }"));

    [Fact]
    public async Task A_member_that_is_no_source_of_ours_cannot_be_annotated()
        => Assert.Equal(0, await FixTest.OffersAsync<BaseMemberAnalyzer, AnnotateMemberFix>(
            "class A : IDisposable { [AgentTool] public void Dispose() { } }"));
}
