using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class StepLogTypeTests
{
    [Theory]
    [InlineData("[StepLog] public class [|Log|] { }", "'Log' is not partial; add the modifier 'partial' to it")]
    [InlineData("public class Outer { [StepLog] public partial class [|Log|] { } }", "'Outer' is not partial; add the modifier 'partial' to it")]
    [InlineData("public struct A { public partial class B { [StepLog] internal partial class [|Log|] { } } }", "'A' is not partial; add the modifier 'partial' to it")]
    [InlineData("public class Other { } [StepLog] public partial class [|Log|] : Other { }", "it derives from 'Other'; a step log derives from AgentStepLog.StepLog alone")]
    [InlineData("[StepLog] public partial class [|Log|]<T> { }", "'Log' is generic; a step log must be a class without type parameters")]
    [InlineData("[StepLog] public static partial class [|Log|] { }", "it is static; a log is an object that Start creates")]
    [InlineData("[StepLog] public abstract partial class [|Log|] { }", "it is abstract; a log is an object that Start creates")]
    [InlineData("[StepLog] public partial record [|Log|] { }", "it is a record; make it a class")]
    [InlineData("[StepLog] file partial class [|Log|] { }", "'Log' is file-local and cannot be named from generated code; make it internal")]
    [InlineData("[StepLog] public partial class [|Log|](int x) { public int X => x; }", "it has a primary constructor; move the parameters to properties")]
    public async Task A_class_that_cannot_be_completed_is_reported_with_what_is_in_the_way(string marked, string reason)
    {
        var message = Assert.Single(await RuleTest.VerifyAsync<StepLogTypeAnalyzer>(marked));

        Assert.EndsWith("' cannot be completed to a step log: " + reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public Task Top_level_nested_and_typed_logs_are_completed()
        => RuleTest.VerifyAsync<StepLogTypeAnalyzer>(
            """
            namespace N
            {
                [StepLog] public partial class A;
                [StepLog(typeof(A))] internal sealed partial class B { }
                public partial struct Outer { public partial interface Inner { [StepLog] public partial class C; } }
                public class NoLog { }
            }
            """);

    [Fact]
    public Task A_base_class_may_be_written_out()
        => RuleTest.VerifyAsync<StepLogTypeAnalyzer>("[StepLog] public partial class Log : StepLog { }");
}
