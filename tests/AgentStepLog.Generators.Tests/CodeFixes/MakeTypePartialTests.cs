using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class MakeTypePartialTests
{
    [Theory]
    [InlineData("static class Tools { [AgentTool] private static int Run() => 1; }", "static partial class Tools { [AgentTool] private static int Run() => 1; }")]
    [InlineData(
        "class Outer { public partial class Tools { [AgentTool] public partial int Run(); int RunCore() => 1; } }",
        "partial class Outer { public partial class Tools { [AgentTool] public partial int Run(); int RunCore() => 1; } }")]
    public async Task A_type_that_keeps_generated_code_out_becomes_partial(string source, string expected)
    {
        var result = await FixTest.FixFirstAsync<UnrecordedMethodAnalyzer, MakeTypePartialFix>(source);

        Assert.Equal(expected, result);
        await RuleTest.VerifyAsync<UnrecordedMethodAnalyzer>(result);
    }

    [Theory]
    [InlineData(
        "class Base { [AgentTool] public virtual int Run() => 1; }\nclass Outer { public class Tools : Base { public override int Run() => base.Run(); } }",
        "class Base { [AgentTool] public virtual int Run() => 1; }\npartial class Outer { public partial class Tools : Base { public override int Run() => base.Run(); } }")]
    [InlineData(
        "static class Tools { public static int Use() => Run(); [AgentTool] private static int Run() => 1; }",
        "static partial class Tools { public static int Use() => Run(); [AgentTool] private static int Run() => 1; }")]
    public async Task A_call_that_generated_code_cannot_make_is_recorded_then(string source, string expected)
    {
        var result = await FixTest.FixFirstAsync<CallAnalyzer, MakeTypePartialFix>(source);

        Assert.Equal(expected, result);
        await RuleTest.VerifyAsync<CallAnalyzer>(result);
    }

    [Theory]
    [InlineData("class Base { [AgentTool] public virtual int Run() => 1; } class Tools<T> : Base { public override int Run() => base.Run(); }")]
    [InlineData("interface I { [AgentTool] int Run(); } class C { int M<T>(T tools) where T : I => tools.Run(); }")]
    public async Task Where_partial_would_not_help_it_is_not_offered(string source)
        => Assert.Equal(0, await FixTest.OffersAsync<CallAnalyzer, MakeTypePartialFix>(source));

    [Theory]
    [InlineData("[StepLog] public class Log { }", "[StepLog] public partial class Log { }")]
    [InlineData(
        "public record Outer { public struct Inner { [StepLog] internal sealed class Log { } } }",
        "public partial record Outer { public partial struct Inner { [StepLog] internal sealed partial class Log { } } }")]
    public async Task A_step_log_is_completed_then(string source, string expected)
    {
        var result = await FixTest.FixFirstAsync<StepLogTypeAnalyzer, MakeTypePartialFix>(source);

        Assert.Equal(expected, result);
        await RuleTest.VerifyAsync<StepLogTypeAnalyzer>(result);
    }

    [Theory]
    [InlineData("[StepLog] public abstract class Log { }")]
    [InlineData("public class Outer<T> { [StepLog] public class Log { } }")]
    public async Task A_class_that_something_else_keeps_from_being_a_step_log_is_not_offered_half_of_it(string source)
        => Assert.Equal(0, await FixTest.OffersAsync<StepLogTypeAnalyzer, MakeTypePartialFix>(source));
}
