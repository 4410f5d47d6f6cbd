using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Tests.Support.Analyzers;

namespace AgentStepLog.Generators.Tests.Analyzers;

public sealed class ToolTableTests
{
    [Theory]
    [InlineData("public int [|M|](Action callback) => 1;", "its parameter 'callback' of type System.Action")]
    [InlineData("public int [|M|](System.IO.MemoryStream stream) => 1;", "its parameter 'stream' of type System.IO.MemoryStream")]
    [InlineData("public int [|M|](IClock clock) => 1;", "its parameter 'clock' of type IClock")]
    [InlineData("public int [|M|](List<Func<int>> list) => 1;", "its parameter 'list'")]
    [InlineData("public int [|M|](Closed closed) => 1;", "its parameter 'closed' of type Closed")]
    [InlineData("public int [|M|](Own own) => 1;", "its parameter 'own' needs the [JsonConverter] of Own, and no JsonSerializerContext of the project knows that type; declare one with [JsonSerializable(typeof(Own))]")]
    [InlineData("public int [|M|](List<Around> around) => 1;", "its parameter 'around' needs the [JsonConverter] of Own,")]
    [InlineData("public int [|M|](System.Collections.ArrayList list) => 1;", "its parameter 'list'")]
    [InlineData("public System.IO.FileInfo [|M|]() => null!;", "its result of type System.IO.FileInfo")]
    [InlineData("public Task<Action> [|MAsync|]() => null!;", "its result of type System.Action")]
    [InlineData("public int [|M|]([FromKeyedServices(1)] IClock clock) => 1;", "its parameter 'clock' asks for a service by a key that generated code cannot ask for")]
    [InlineData("public int [|M|]<T>(T value) => 1;", "it is generic")]
    [InlineData("public class Of<T> { [AgentTool] public int [|M|](T value) => 1; }", "its type is generic")]
    public async Task A_tool_without_a_form_in_json_is_reported_with_what_is_in_the_way(string member, string reason)
        => Assert.Contains(
            $"is recorded but cannot stand in the tool table: {reason}",
            Assert.Single(await RuleTest.VerifyAsync<ToolTableAnalyzer>(
                $$"""
                public class FromKeyedServicesAttribute(object key) : Attribute { public object Key => key; }
                public interface IClock { DateTime Now(); }
                [System.Text.Json.Serialization.JsonConverter(typeof(OwnConverter))] public record Own(int A);
                public record Around(Own? Own);
                public abstract class OwnConverter : System.Text.Json.Serialization.JsonConverter<Own> { }
                public class Closed { private Closed() { } public int Value { get; } }
                public class Tools { {{(member.Contains("class", StringComparison.Ordinal) ? "" : "[AgentTool] ")}}{{member}} }
                """)),
            StringComparison.Ordinal);

    [Fact]
    public Task Everything_with_a_form_in_json_is_silent()
        => RuleTest.VerifyAsync<ToolTableAnalyzer>(
            """
            public record Place(string City, Place? Near);
            public enum Wave { Flat, Big }
            public class FromServices : Attribute { }
            public class Tools
            {
                [AgentTool] public void A(string a, int? b, DateTimeOffset c, Guid d, Wave e, decimal f, byte[] g) { }
                [AgentTool] public Task<Place> BAsync(Place a, List<Place> b, Dictionary<string, int[]> c, CancellationToken token = default) => Task.FromResult(a);
                [AgentTool] public ValueTask<(int X, Wave Y)> CAsync((int Left, string Right) pair, params string[] rest) => default;
                [AgentTool] public void D(IServiceProvider services, StepLog log, ToolCallContext call, [FromServices] Action service) { }
            }
            """);

    [Fact]
    public Task A_converter_that_a_context_knows_is_a_form_in_json()
        => RuleTest.VerifyAsync<ToolTableAnalyzer>(
            """
            using System.Text.Json.Serialization;
            [JsonConverter(typeof(OwnConverter))] public record Own(int A);
            public abstract class OwnConverter : JsonConverter<Own> { }
            [JsonSerializable(typeof(Own))] public partial class Known : JsonSerializerContext
            {
                public Known() : base(null) { }
                public static Known Default { get; } = new();
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            public class Tools { [AgentTool] public int M(Own own, List<Own?>? more = null) => 1; }
            """);

    [Fact]
    public Task What_is_no_tool_or_not_recorded_at_all_is_the_matter_of_other_rules()
        => RuleTest.VerifyAsync<ToolTableAnalyzer>(
            """
            public class Agent
            {
                [LlmCall] public Action Ask(Action callback) => callback;
                [AgentRun] public string Run(Action callback) => "";
                [AgentTool] public async void Fire(Action callback) => await Task.Yield();
            }
            """);

    [Fact]
    public Task A_tool_that_a_framework_gives_to_a_model_may_take_what_only_the_framework_can_pass()
        => RuleTest.VerifyAsync<ToolTableAnalyzer>(
            [
                """
                using ModelContextProtocol.Server;
                using Microsoft.SemanticKernel;
                class Tools
                {
                    [McpServerTool, AgentTool] public static string Sample(Server server, Context context, string prompt) => prompt;
                    [KernelFunction, AgentTool] public string Summarize(Context kernel, string text) => text;
                    [McpServerPrompt, AgentTool] public string [|Prompt|](Context context) => "";
                    [AgentTool] public string [|Mine|](Server server) => "";
                }
                """,
                """
                namespace ModelContextProtocol.Server { class McpServerToolAttribute : Attribute { } class McpServerPromptAttribute : Attribute { } }
                namespace Microsoft.SemanticKernel { class KernelFunctionAttribute : Attribute { } }
                public abstract class Server { }
                public sealed class Context { private Context() { } public object? Params { get; } }
                """,
            ]);
}
