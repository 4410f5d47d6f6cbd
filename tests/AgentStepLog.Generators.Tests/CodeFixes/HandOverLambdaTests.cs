using AgentStepLog.CodeFixes;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.CodeFixes;

public sealed class HandOverLambdaTests
{
    private const string Tools = """
        class Tools
        {
            [AgentTool] public int Count(string text) => 1;
            [AgentTool] public static int Sum(params int[] numbers) => 1;
            [AgentTool] public void Clear() { }
            public static TResult Call<T, TResult>(Func<T, TResult> function, T value) => function(value);
            public static void Take(Delegate function) { }
            public static event Action? Raised;
            public static void Raise() => Raised?.Invoke();
        }

        """;

    [Theory]
    [InlineData("Func<string, int> M(Tools tools) => tools.Count;", "Func<string, int> M(Tools tools) => text => tools.Count(text);")]
    [InlineData("Action M(Tools tools) => tools.Clear;", "Action M(Tools tools) => () => tools.Clear();")]
    [InlineData("Func<int[], int> M() => Tools.Sum;", "Func<int[], int> M() => numbers => Tools.Sum(numbers);")]
    [InlineData("void M(Tools tools) { var f = tools.Count; f(\"a\"); }", "void M(Tools tools) { var f = (string text) => tools.Count(text); f(\"a\"); }")]
    [InlineData("int M(Tools tools) => Tools.Call(tools.Count, \"a\");", "int M(Tools tools) => Tools.Call((string text) => tools.Count(text), \"a\");")]
    [InlineData("IEnumerable<int> M(Tools tools, string[] text) => text.Select(tools.Count);", "IEnumerable<int> M(Tools tools, string[] text) => text.Select((string text2) => tools.Count(text2));")]
    [InlineData("Func<string, int> M(Tools text) => text.Count;", "Func<string, int> M(Tools text) => text2 => text.Count(text2);")]
    [InlineData("object M(Tools tools) => new Func<string, int>(tools.Count);", "object M(Tools tools) => new Func<string, int>(text => tools.Count(text));")]
    [InlineData("object M(Tools tools) => (Func<string, int>)tools.Count;", "object M(Tools tools) => (Func<string, int>)(text => tools.Count(text));")]
    [InlineData("void M(Tools tools) => Tools.Take((Delegate)tools.Count);", "void M(Tools tools) => Tools.Take((Delegate)((string text) => tools.Count(text)));")]
    public async Task A_lambda_calls_the_method(string method, string expected)
    {
        var source = Tools + "class C { " + method + " }";
        var fixedSource = await FixTest.FixFirstAsync<MethodGroupAnalyzer, HandOverLambdaFix>(source);

        Assert.Equal(Tools + "class C { " + expected + " }", fixedSource);
        await RuleTest.VerifyAsync<MethodGroupAnalyzer>(fixedSource);
    }

    [Theory]
    [InlineData("Func<string, int> M() => new Tools().Count;")]
    [InlineData("Func<string, int> M(ref Tools tools) => tools.Count;")]
    [InlineData("void M(Tools tools) { Tools.Raised += tools.Clear; }")]
    [InlineData("void M(Tools tools) => Tools.Take(tools.Count);")] // it would lose its name, descriptions and defaults, which Take may read
    [InlineData("object M(Tools tools) => tools.Count;")]
    [InlineData("unsafe void M() { delegate*<int[], int> f = &Tools.Sum; }")]
    public async Task Where_a_lambda_would_not_do_the_same_none_is_offered(string method)
        => Assert.Equal(0, await FixTest.OffersAsync<MethodGroupAnalyzer, HandOverLambdaFix>(Tools + "class C { " + method + " }"));

    [Fact]
    public async Task All_are_fixed_at_once()
        => Assert.Equal(
            [Tools + "class C { object[] M(Tools tools) => [(Func<string, int>)(text => tools.Count(text)), (Action)(() => tools.Clear())]; }"],
            await FixTest.FixAllAsync<MethodGroupAnalyzer, HandOverLambdaFix>(
                [Tools + "class C { object[] M(Tools tools) => [(Func<string, int>)tools.Count, (Action)tools.Clear]; }"]));
}
