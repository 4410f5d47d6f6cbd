using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.Generators.Tests.StepLogClass;

public sealed class StepLogClassTests
{
    private const string Tools = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using AgentStepLog;
        namespace Surf;
        public class SurfTools
        {
            /// <summary>Returns the weather &amp; waves.</summary>
            /// <param name="location">Place, then city.</param>
            /// <returns>One sentence.</returns>
            [AgentTool]
            public Task<string> GetWeatherAsync(string location, DateTimeOffset at, [Sensitive] string apiKey) => Task.FromResult(location);
            [AgentTool] public int? Count(List<string[]?> spots, byte[] picture, object any, Dictionary<int, DayOfWeek> days, string? tool = null) => 1;
            [LlmCall(Model = "m")] public Reply Ask(string question) => new("", 1);
            [AgentRun] public void Run() { }
        }
        public record Reply(string Text, int InputTokens);

        """;

    [Fact]
    public void A_partial_class_gets_Start_and_Read_and_a_record_per_method() => Verify(Tools + "[StepLog] public partial class SurfLog;");

    [Fact]
    public void Only_the_named_types_get_records()
    {
        var generated = Generated.From(Source.Compile(Tools + """
            public class Others { [AgentTool] public void Skip() { } }
            [StepLog(typeof(SurfTools))] partial class SurfLog;
            """)).Compiles();

        Assert.DoesNotContain("SkipStep", generated["Surf_SurfLog.StepLog.g.cs"], StringComparison.Ordinal);
        Assert.Contains("record GetWeatherStep", generated["Surf_SurfLog.StepLog.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_of_every_kind_are_nullable() => Generated.From(Source.Compile("""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json;
        using AgentStepLog;
        public enum Wind { Calm }
        public struct At { public int X { get; set; } }
        public class Tools
        {
            [AgentTool] public Wind A() => default;
            [AgentTool] public Wind? B() => default;
            [AgentTool] public At C() => default;
            [AgentTool] public At? D(ImmutableArray<int>? a, ReadOnlyMemory<byte>? b, JsonElement? c, KeyValuePair<string, int> d) => default;
            [AgentTool] public (int A, string? B) E() => default;
            [AgentTool] public ReadOnlyMemory<byte> F() => default;
            [AgentTool] public JsonElement G() => default;
            [AgentTool] public ImmutableArray<Wind> H() => default;
            [AgentTool] public object? I() => default;
            [AgentTool] public IReadOnlyDictionary<Wind, At?> J(IReadOnlyDictionary<Wind, At?> a) => a;
        }
        [StepLog] public partial class Log;
        class Use
        {
            Wind? A(Log.AStep s) => s.Output;
            IReadOnlyList<Wind>? H(Log.HStep s) => s.Output;
            IReadOnlyDictionary<string, At?>? J(Log.JStep s) => s.Output;
            IReadOnlyList<int>? D(Log.DStep s) => s.A;
        }
        """)).Compiles();

    [Fact]
    public void A_log_without_methods_can_be_started_and_read() =>
        Generated.From(Source.Compile("[AgentStepLog.StepLog] partial class Log;")).Compiles();

    [Fact]
    public void A_log_may_be_nested_in_partial_types()
    {
        var generated = Generated.From(Source.Compile("""
            partial record struct Outer { internal partial interface IInner { [AgentStepLog.StepLog] internal sealed partial class Log; } }
            class C { [AgentStepLog.AgentTool] public string M(int a) => ""; }
            class Use { int? Of(Outer.IInner.Log.MStep step) => step.A; Outer.IInner.Log Start() => Outer.IInner.Log.Start("logs"); }
            """)).Compiles();

        Assert.Contains("Outer_IInner_Log.StepLog.g.cs", generated.HintNames);
    }

    [Fact]
    public void Names_that_collide_are_told_apart()
    {
        var generated = Generated.From(Source.Compile("""
            using AgentStepLog;
            public class A
            {
                [AgentTool] public string Get(int id) => "";
                [AgentTool(Name = "get_by_name")] public string Get(string name, int limit) => "";
                [AgentTool] public string Taken() => "";
                [AgentTool] public string Search(string tool, string runId, string output, string clone, string searchStep, int _x, int x, string toString, string equalityContract, int @int) => "";
            }
            public class B { [AgentTool] public string Get() => ""; [AgentTool] public string Log() => ""; }
            [StepLog] public partial class LogStep { public int TakenStep { get; } }
            """)).Compiles();

        var log = generated["LogStep.StepLog.g.cs"];
        foreach (var expected in new[]
        {
            "record AGetStep ", "record AGetStep2 ", "record BGetStep ", "record ATakenStep ", "record BLogStep ", "ToolArgument {", "RunIdArgument {", "OutputArgument {",
            "CloneArgument {", "SearchStepArgument {", " X {", " XArgument {", "ToStringArgument {", "EqualityContractArgument {", " Int {",
        })
        {
            Assert.Contains(expected, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_user_wrote_stands() => Generated.From(Source.Compile("""
        using AgentStepLog;
        [StepLog] public sealed partial class Log
        {
            private Log(AgentStepLog.CompilerServices.LogStart start) : base(start, s_types) { }
            public static new Log Start(string directory, StepLogOptions? options = null) => Start(new StepLogOptions { Directory = directory });
            public static new Log Start(StepLogOptions options) => AgentStepLog.CompilerServices.LogStart.Activate(new Log(AgentStepLog.CompilerServices.LogStart.With(options)));
            public static new Log InMemory(StepLogOptions? options) => AgentStepLog.CompilerServices.LogStart.Activate(new Log(AgentStepLog.CompilerServices.LogStart.InMemory(options)));
            public static StepLogFile Read(string path) => StepLogFile.Read(path);
        }
        """)).Compiles();

    [Fact]
    public void A_record_is_no_more_accessible_than_its_types()
    {
        var generated = Generated.From(Source.Compile("""
            using System.Collections.Generic;
            using AgentStepLog;
            internal record Secret(int A);
            public enum Open { A }
            public class Tools
            {
                [AgentTool] internal string Hidden(List<Secret> secrets) => "";
                [AgentTool] public string Shown(Open open) => "";
                [AgentTool] internal Secret? Gives() => null;
            }
            [StepLog] public partial class Log;
            """)).Compiles();

        var log = generated["Log.StepLog.g.cs"];
        Assert.Contains("internal sealed record HiddenStep", log, StringComparison.Ordinal);
        Assert.Contains("internal sealed record GivesStep", log, StringComparison.Ordinal);
        Assert.Contains("public sealed record ShownStep", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_cannot_be_read_back_have_no_property()
    {
        var generated = Generated.From(Source.Compile("""
            using System.IO;
            using AgentStepLog;
            public abstract class Shape { public int Sides { get; set; } }
            public record Login(string User, [property: Sensitive] string Password);
            public class Tools { [AgentTool] public Stack M(Stream input, Login login, string kept) => new(); }
            public class Stack : System.Collections.Generic.Stack<int>;
            [StepLog] public partial class Log;
            """)).Compiles();

        var log = generated["Log.StepLog.g.cs"];
        Assert.Contains("public required string Kept", log, StringComparison.Ordinal);
        Assert.DoesNotContain(" Input {", log, StringComparison.Ordinal);
        Assert.DoesNotContain(" Login {", log, StringComparison.Ordinal);
        Assert.DoesNotContain(" Output {", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void All_that_is_generated_is_the_same_and_free_of_warnings_whether_or_not_documentation_is_compiled(DocumentationMode mode)
    {
        const string Text = Tools + "[StepLog] public partial class SurfLog;";
        var options = Source.ParseOptions().WithDocumentationMode(mode);
        var compilation = Source.Compile(Text);
        compilation = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(compilation.SyntaxTrees[0].GetText(TestContext.Current.CancellationToken), options, Source.ProjectDirectory + "Program.cs", TestContext.Current.CancellationToken));
        var driver = CSharpGeneratorDriver.Create([new StepLogGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);

        var problems = output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
        Assert.Empty(problems);
        Assert.Equal(
            Generated.From(Source.Compile(Text))["Surf_SurfLog.StepLog.g.cs"],
            Generated.Of(driver, output)["Surf_SurfLog.StepLog.g.cs"]);
    }

    [Theory]
    [InlineData("[StepLog] class Log;", "'Log' is not partial; add the modifier 'partial' to it")]
    [InlineData("class Outer { [StepLog] internal partial class Log; }", "'Outer' is not partial; add the modifier 'partial' to it")]
    [InlineData("class Base; [StepLog] partial class Log : Base;", "it derives from 'Base'; a step log derives from AgentStepLog.StepLog alone")]
    [InlineData("[StepLog] partial record Log;", "it is a record; make it a class")]
    [InlineData("[StepLog] static partial class Log;", "it is static; a log is an object that Start creates")]
    [InlineData("[StepLog] abstract partial class Log;", "it is abstract; a log is an object that Start creates")]
    [InlineData("[StepLog] partial class Log<T>;", "'Log' is generic; a step log must be a class without type parameters")]
    [InlineData("[StepLog] partial class Log(int a);", "it has a primary constructor; move the parameters to properties")]
    [InlineData("[StepLog] file partial class Log;", "'Log' is file-local and cannot be named from generated code; make it internal")]
    public void What_cannot_be_completed_is_left_alone_and_the_rule_knows_why(string source, string reason)
    {
        var compilation = Source.Compile("using AgentStepLog;\n" + source);
        var generated = Generated.From(compilation);
        var type = Assert.IsAssignableFrom<INamedTypeSymbol>(compilation.GetSymbolsWithName("Log", cancellationToken: TestContext.Current.CancellationToken).Single());

        Assert.DoesNotContain(generated.HintNames, static n => n.EndsWith(".StepLog.g.cs", StringComparison.Ordinal));
        Assert.Equal(reason, StepLogClasses.Refusal(type, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(generated.Output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
    }

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "", [System.Runtime.CompilerServices.CallerFilePath] string file = "")
    {
        var generated = Generated.From(Source.Compile(source)).Compiles();
        Snapshot.Verify(generated.Text(static name => name.EndsWith(".StepLog.g.cs", StringComparison.Ordinal)), file, method);
    }
}
