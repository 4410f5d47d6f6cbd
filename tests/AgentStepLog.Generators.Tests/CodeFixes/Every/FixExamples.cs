using AgentStepLog.CodeFixes;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.CodeFixes.Every;

/// <summary>The bad examples: at least one for each rule of each fix, most with several findings that share what has to change.</summary>
internal static class FixExamples
{
    public const string Mcp = "namespace ModelContextProtocol.Server { [AttributeUsage(AttributeTargets.Method)] class McpServerToolAttribute : Attribute; }";

    public static readonly IReadOnlyList<FixExample> All = [.. Descriptions, .. Names, .. Handing, .. Recording, .. Completing];

    private static IEnumerable<FixExample> Descriptions =>
    [
        FixExample.Of<AddParamElementsFix>(
            "ASL1002", "parameters of two tools",
            """
            public class Tools
            {
                /// <summary>Adds.</summary>
                [AgentTool] public int Add(int left, int right) => left + right;

                /// <summary>Subtracts.</summary>
                /// <param name="left"></param>
                /// <param name="right"/>
                [AgentTool] public int Subtract(int left, int right) => left - right;
            }
            """) with { Leaves = ["ASL1003"] },
        FixExample.Of<AddParamElementsFix>(
            "ASL1002", "documentation that the compiler checks",
            """
            #pragma warning disable CS1591
            public class Tools
            {
                /// <summary>Adds.</summary>
                [AgentTool] public int Add(int left, [Description("The <right> one.")] int right, CancellationToken token) => left + right;
            }
            """) with { Leaves = ["ASL1003"], Configure = static p => p.Documentation = DocumentationMode.Diagnose },
        FixExample.Of<AddParamElementsFix>(
            "ASL1002", "properties of a record",
            """
            /// <summary>A place.</summary>
            public record Place(string Name, [property: Description("How high.")] int Height);
            public class Tools
            {
                /// <summary>Goes.</summary>
                /// <param name="place">Where.</param>
                [AgentTool] public int Go(Place place) => place.Height;
            }
            """) with { Leaves = ["ASL1003"], Configure = static p => p.Documentation = DocumentationMode.Parse },
    ];

    private static IEnumerable<FixExample> Names =>
    [
        FixExample.Of<NameToolFix>("ASL1011", "an asynchronous twin", Tool("int Peek(int at) => at;", "Task<int> PeekAsync(int at) => Task.FromResult(at);")),
        FixExample.Of<NameToolFix>("ASL1011", "an asynchronous twin that comes first", Tool("async Task<int> PeekAsync(int at) => at;", "int Peek(int at) => at;", "int Peek(long from) => 1;")),
        FixExample.Of<NameToolFix>("ASL1011", "overloads", Tool("int Find(string name) => 1;", "int Find(long bytes) => 1;", "int Find(int bytes) => 1;", "int Find(string name, int bytes) => 1;", "int Find() => 1;")),
        FixExample.Of<NameToolFix>(
            "ASL1011", "names that are given",
            """
            public class Tools
            {
                /// <summary>A.</summary>
                [AgentTool(Name = "same", Description = "A.")] public int A() => 1;
                /// <summary>B.</summary>
                [AgentTool(Description = "B.", Name = "same")] public int B() => 1;
                /// <summary>C.</summary>
                [AgentTool()] public int C() => 1;
                /// <summary>C.</summary>
                [AgentTool(Description = "C.")] public Task<int> CAsync() => Task.FromResult(1);
            }
            """),
        FixExample.Of<NameToolFix>(
            "ASL1011", "a base in another file",
            """
            public class Tools : Base
            {
                /// <summary>A.</summary>
                [AgentTool] public int A() => 1;
            }
            """,
            """
            public class Base
            {
                /// <summary>A.</summary>
                [AgentTool] public Task<int> AAsync() => Task.FromResult(1);
            }
            """),
    ];

    private static IEnumerable<FixExample> Handing =>
    [
        FixExample.Of<HandOverLambdaFix>(
            "ASL2001", "to a delegate's type",
            Tool("int Count(string text) => text.Length;", "static T Same<T>(T item) => item;") + """

            class User
            {
                static Func<string, int> One(Tools tools) => tools.Count;
                static IEnumerable<int> Two(Tools tools, string[] texts) => texts.Select(tools.Count).Select(Tools.Same);
            }
            """),
        FixExample.Of<MakeHandedOverPartialFix>(
            "ASL2001", "to whoever takes any delegate",
            """
            class User
            {
                static void Take(Delegate function, object also) { }
                static void Use(Tools tools)
                {
                    Take(tools.Count, (object)tools.Count);
                    Take(tools.CountAsync, "");
                }
            }
            """,
            Tool("int Count(string text) => text.Length;", "async Task<int> CountAsync(string text, int most = 3) => await Task.FromResult(text.Length);"),
            "class Other { static Delegate Use(Tools tools) => tools.Count; }"),
        FixExample.Of<AwaitFix>(
            "ASL2003", "several in one method",
            Tool("Task<int> CountAsync(string text) => Task.FromResult(text.Length);") + """

            class User
            {
                async Task One(Tools tools)
                {
                    _ = tools.CountAsync("a");
                    tools.CountAsync("b");
                }

                Task Two(Tools tools)
                {
                    _ = tools.CountAsync("a");
                    _ = tools.CountAsync("b");
                    return Task.CompletedTask;
                }
            }
            """),
    ];

    private static IEnumerable<FixExample> Recording =>
    [
        FixExample.Of<MakeTypePartialFix>(
            "ASL2000", "calls of a base's method",
            Tool("virtual int Count(string text) => text.Length;") + """

            class More : Tools
            {
                public override int Count(string text) => base.Count(text) + base.Count("more");
                internal class Inner : Tools { public override int Count(string text) => base.Count(text); }
            }
            """) with { Leaves = ["ASL2005"] },
        FixExample.Of<MakeTypePartialFix>(
            "ASL2004", "private methods of a static class",
            """
            static class Outer
            {
                internal static class Tools
                {
                    /// <summary>A.</summary>
                    [AgentTool] private static int A() => 1;
                    /// <summary>B.</summary>
                    [AgentTool] private static int B() => A();
                }
            }
            """),
        FixExample.Of<MakeTypePartialFix>(
            "ASL2004", "without a body in a type that is not partial",
            """
            class Outer
            {
                internal class Tools
                {
                    /// <summary>A.</summary>
                    [AgentTool] public partial int A();
                    private int ACore() => 1;
                    /// <summary>B.</summary>
                    [AgentTool] public partial int B();
                    private int BCore() => 1;
                }
            }
            """) with { Compiles = false },
        FixExample.Of<MakePartialFix>(
            "ASL2004", "private methods of an interface",
            """
            interface ITools
            {
                /// <summary>A.</summary>
                [AgentTool] private int A() => 1;
                /// <summary>B.</summary>
                [AgentTool] private async Task<int> BAsync() => await Task.FromResult(A());
            }
            """),
        FixExample.Of<AnnotateMemberFix>(
            "ASL2005", "two that implement one member",
            """
            public class Planner : IPlanner { [LlmCall(Model = "a")] public int Plan(string question) => 1; }
            public class Other : IPlanner { [LlmCall(Model = "b")] public int Plan(string question) => 2; }
            """,
            """
            public interface IPlanner
            {
                int Plan(string question);
            }
            """) with { Leaves = ["ASL3003"] },
        FixExample.Of<AnnotateMemberFix>(
            "ASL2005", "one that overrides, and its call",
            """
            public class Base { /// <summary>A.</summary>
                public virtual int A() => 1; }
            public class Tools : Base { [AgentTool] public override int A() => 2; }
            """),
        FixExample.Of<MakePartialFix>(
            "ASL2006", "tools of Semantic Kernel",
            """
            namespace Microsoft.SemanticKernel { [AttributeUsage(AttributeTargets.Method)] class KernelFunctionAttribute : Attribute; }
            public class Tools
            {
                /// <summary>A.</summary>
                /// <param name="text">What.</param>
                [AgentTool, Microsoft.SemanticKernel.KernelFunction]
                public async Task<int> AAsync(string text, [System.Runtime.CompilerServices.CallerMemberName] string caller = "")
                {
                    await Task.Yield();
                    return text.Length + caller.Length;
                }

                /// <summary>B.</summary>
                [AgentTool, Microsoft.SemanticKernel.KernelFunction] int B<T>(T[] items) where T : class => items.Length;

                public struct Inner
                {
                    /// <summary>C.</summary>
                    [AgentTool, Microsoft.SemanticKernel.KernelFunction] internal readonly int C(params int[] numbers) => numbers.Length;
                }
            }
            """) with { Leaves = ["ASL1002", "ASL1012"] },
        FixExample.Of<MakePartialFix>(
            "ASL2006", "tools of MCP where its generator is replaced",
            """
            public static class Tools
            {
                /// <summary>A.</summary>
                [AgentTool, ModelContextProtocol.Server.McpServerTool] public static int A() => 1;
                /// <summary>B.</summary>
                [AgentTool, ModelContextProtocol.Server.McpServerTool] public static int B() => 1;
            }
            """,
            Mcp) with { Configure = static p => p.Properties["AgentStepLogReplaceMcpGenerator"] = "true" },
    ];

    private static IEnumerable<FixExample> Completing =>
    [
        FixExample.Of<MakeTypePartialFix>("ASL3001", "logs", "[StepLog] public class SurfLog; class Outer { [StepLog] internal class Inner; [StepLog] internal partial class More; }"),
        FixExample.Of<CreateCoreFix>(
            "ASL3002", "two without their code",
            """
            public partial class Tools
            {
                /// <summary>A.</summary>
                [AgentTool] public partial int A();
                /// <summary>B.</summary>
                [AgentTool] public static partial Task<T> BAsync<T>(T text = default!) where T : class;
            }
            """) with { Leaves = ["ASL1002", "ASL1012"] },
        FixExample.Of<RemoveAnnotationFix>(
            "ASL3004", "two of two kinds",
            "public class Tools { /// <summary>A.</summary>\n [AgentTool, AgentRun] public int A() => 1; /// <summary>B.</summary>\n [AgentTool] [LlmCall] [AgentRun] public int B() => 1; }"),
        FixExample.Of<MakePartialFix>(
            "ASL3005", "overrides of what records itself",
            """
            public partial class Base
            {
                /// <summary>A.</summary>
                [AgentTool] public virtual partial int A();
                private int ACore() => 1;
            }
            public class One : Base { public override int A() => 2; }
            public class Two : Base { /// <summary>A.</summary>
                [AgentTool] public override int A() => 3; }
            """),
        FixExample.Of<RemoveBaseAnnotationFix>(
            "ASL3005", "two implementations that record themselves",
            """
            public partial class One : ITools { /// <summary>A.</summary>
                [AgentTool] public partial int A(); private int ACore() => 1; }
            public partial class Two : ITools { /// <summary>A.</summary>
                [AgentTool] public partial int A(); private int ACore() => 2; }
            """,
            """
            public interface ITools
            {
                /// <summary>A.</summary>
                [AgentTool]
                int A();
            }
            """),
        FixExample.Of<MakePrivateFix>(
            "ASL3006", "code that others reach",
            """
            public partial class Tools
            {
                /// <summary>A.</summary>
                [AgentTool] public partial int A();
                public int ACore() => 1;
                /// <summary>B.</summary>
                [AgentTool] public static partial int B();
                protected internal static int BCore() => 1;
            }
            """),
    ];

    private static string Tool(params string[] methods) =>
        "public class Tools\n{\n" + string.Concat(methods.Select(static m => $"    /// <summary>Does it.</summary>\n    [AgentTool] public {m}\n")) + "}\n";
}
