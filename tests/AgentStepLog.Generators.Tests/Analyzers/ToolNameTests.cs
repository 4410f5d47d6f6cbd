using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ToolNameTests
{
    [Fact]
    public async Task Two_tools_of_one_name_are_an_error_at_the_second()
    {
        Assert.Equal(
            ["Tools 'Tools.Find' and 'Tools.Find' are both named 'Find' in the tool table of 'Tools'; give one another Name in its [AgentTool]"],
            await RuleTest.VerifyAsync<ToolNameAnalyzer>(
                """
                public class Tools
                {
                    [AgentTool] public string Find(string name) => name;
                    [AgentTool] public string [|Find|](long bytes) => "";
                }
                """));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(new ToolNameAnalyzer().SupportedDiagnostics).DefaultSeverity);
    }

    [Fact]
    public Task The_name_that_counts_is_the_one_that_the_model_sees()
        => RuleTest.VerifyAsync<ToolNameAnalyzer>(
            """
            public class Tools
            {
                [AgentTool] public string Find() => "";
                [AgentTool] public Task<string> [|FindAsync|]() => Task.FromResult("");
                [AgentTool(Name = "Find")] public string [|Search|]() => "";
                [AgentTool(Name = "FindBySize")] public string Find(long bytes) => "";
                [AgentTool(Name = "find")] public string OtherCase() => "";
            }
            """);

    [Fact]
    public Task A_member_and_its_override_or_implementation_are_one_tool()
        => RuleTest.VerifyAsync<ToolNameAnalyzer>(
            """
            public interface ITools { [AgentTool] string Find(string name); }
            public abstract class Base { [AgentTool] public abstract string List(); }
            public class Tools : Base, ITools
            {
                [AgentTool] public string Find(string name) => name;
                [AgentTool] public override string List() => "";
            }
            """);

    [Fact]
    public async Task An_inherited_tool_clashes_with_an_own_one_of_its_name()
        => Assert.Equal(
            ["Tools 'Base.Find' and 'Tools.Find' are both named 'Find' in the tool table of 'Tools'; give one another Name in its [AgentTool]"],
            await RuleTest.VerifyAsync<ToolNameAnalyzer>(
                """
                public class Base { [AgentTool] public string Find(string name) => name; }
                public class Tools : Base { [AgentTool] public string [|Find|](int number) => ""; }
                """));

    [Fact]
    public async Task Two_inherited_ones_clash_in_the_type_that_inherits_both()
        => Assert.Equal(
            ["Tools 'IA.Find' and 'IB.Find' are both named 'Find' in the tool table of 'Tools'; give one another Name in its [AgentTool]"],
            await RuleTest.VerifyAsync<ToolNameAnalyzer>(
                """
                public interface IA { [AgentTool] string Find(string name) => name; }
                public interface IB { [AgentTool] string Find(int number) => ""; }
                public class [|Tools|] : IA, IB { [AgentTool] public string Own() => ""; }
                """));

    [Fact]
    public Task Other_types_other_kinds_and_what_stands_in_no_table_do_not_clash()
        => RuleTest.VerifyAsync<ToolNameAnalyzer>(
            """
            public class A
            {
                [AgentTool] public string Find() => "";
                [LlmCall] public string Find(string question) => question;
                [AgentTool] public string Find(Action callback) => "";
                [AgentTool] public T Find<T>(T value) => value;
                public string Find(int number) => "";
            }

            public class B { [AgentTool] public string Find() => ""; }
            """);
}
