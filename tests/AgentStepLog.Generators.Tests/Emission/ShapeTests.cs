using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>What is generated for each family of shapes; all of it compiles without a warning.</summary>
public sealed class ShapeTests
{
    [Fact]
    public Task Instance_method_that_returns_a_task() => Verify("""
        public class SurfTools
        {
            [AgentTool]
            public async Task<string> GetWeatherAsync(string location, DateTimeOffset at, [Sensitive("api-key")] string apiKey)
            {
                await Task.Yield();
                return location;
            }
        }
        public class SurfAgent(SurfTools tools)
        {
            public Task<string> RunAsync() => tools.GetWeatherAsync("Taghazout", DateTimeOffset.UnixEpoch, apiKey: "x");
        }
        """);

    [Fact]
    public Task Static_methods_and_overloads() => Verify("""
        internal static class Clock
        {
            [AgentTool] internal static DateTime Now() => default;
            [AgentTool] internal static DateTime Now(string zone) => default;
            [AgentTool] internal static void Reset(int seconds, CancellationToken cancellation) { }
            internal static void Use() { Now(); Now("UTC"); Clock.Reset(1, default); }
        }
        """);

    [Fact]
    public Task Tools_that_say_what_they_change_and_what_becomes_of_them_when_no_log_can_be_written() => Verify("""
        internal static class Bank
        {
            [AgentTool(Effect = ToolEffect.Destructive, OnLogFailure = LogFailurePolicy.FailClosed)] internal static void Pay(int cents) { }
            [AgentTool(Effect = ToolEffect.Write)] internal static void Book(int cents) { }
            [AgentTool(Effect = ToolEffect.ReadOnly, OnLogFailure = LogFailurePolicy.FailOpen)] internal static int Balance() => 0;
            [AgentTool(Effect = ToolEffect.Unspecified)] internal static int Rate() => 0;
            internal static void Use() { Pay(1); Book(2); Balance(); Rate(); }
        }
        """);

    [Fact]
    public Task Task_and_value_tasks_without_and_with_a_value() => Verify("""
        public class Tools
        {
            [AgentTool] public Task SaveAsync(string text) => Task.CompletedTask;
            [AgentTool] public ValueTask FlushAsync() => default;
            [AgentTool] public ValueTask<int?> CountAsync(string[] words) => default;
            public async Task Use() { await SaveAsync("a"); await FlushAsync(); await CountAsync(["a"]); }
        }
        """);

    [Fact]
    public Task Private_method_of_a_partial_type_with_a_log_of_its_own() => Verify("""
        public partial class Outer
        {
            internal partial record Tools(string Name)
            {
                private readonly StepLog _log = null!;
                [AgentTool] private string Read(string path) => path;
                [AgentTool] private static string Find(string name) => name;
                public string Use() => Read("a") + Find("b");
            }
        }
        public partial class Agent(StepLog? log)
        {
            [AgentRun] protected void Run(string task) { }
            public void Use() => Run("a");
        }
        """);

    [Fact]
    public Task Private_method_of_a_plain_type_with_a_log_of_its_own() => Verify("""
        public class Tools(StepLog? log)
        {
            private readonly StepLog? _log = log;
            [AgentTool] private string Read(string path) => path + (_log is null);
            [AgentTool] private static string Find(string name) => name;
            public string Use() => Read("a") + Find("b");
        }
        """);

    [Fact]
    public Task Interface_method_and_an_override_of_an_annotated_one() => Verify("""
        public interface IPlanner { [LlmCall(Model = "m", Provider = "p")] Task<string> PlanAsync(string goal); }
        public class Base { [AgentTool] public virtual int Count(string text) => 1; }
        public class Derived : Base { public override int Count(string text) => 2; }
        public class User
        {
            public int Use(IPlanner planner, Derived derived) => planner.PlanAsync("a").Result.Length + derived.Count("a") + ((Base)derived).Count("b");
        }
        """);

    [Fact]
    public Task Methods_of_structs() => Verify("""
        public struct Counter
        {
            private int _n;
            [AgentTool] public int Next(int by) => _n += by;
            [AgentTool] public readonly int Peek() => _n;
            [AgentTool] private static int Zero() => 0;
            [AgentTool] private readonly int Twice() => _n * 2;
            public int Use() => Next(1) + Peek() + Zero() + Twice();
        }
        """);

    [Fact]
    public Task Extension_method_with_optional_and_params_parameters() => Verify("""
        public static class Extensions
        {
            [AgentTool] public static string Join(this string text, string separator = ", ", [CallerMemberName] string? caller = null, params int[] numbers) => text;
            public static string Use() => "a".Join() + Extensions.Join("b", "c", null, 1, 2) + "d".Join(numbers: [1], separator: "x");
        }
        """);

    [Fact]
    public Task Objects_by_their_members() => Verify("""
        public enum Mood { Calm, [JsonStringEnumMemberName("very wild")] Wild, Same = Calm }
        public record Spot(string Name, [Sensitive] string Owner, Mood Mood)
        {
            [JsonPropertyName("lat_long")] public (double Lat, double Long)? Position { get; init; }
            [JsonIgnore] public string Hidden { get; init; } = "";
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; }
            public Spot? Next { get; set; }
            public int Length => Name.Length;
            public Stream? Source { get; set; }
            public object? Tag;
        }
        public class Tools
        {
            [AgentTool]
            public Dictionary<Mood, List<Spot?>> Visit(IReadOnlyList<Spot> spots, Dictionary<int, DateOnly?> days, Mood? mood, JsonElement raw, byte[] image) => new();
            public void Use() => Visit([], new(), null, default, []);
        }
        """);

    [Fact]
    public Task Results_that_run_later() => Verify("""
        public class Update { public string? ModelId { get; set; } public int? OutputTokens { get; set; } public string Text { get; set; } = ""; }
        public class Chat
        {
            [LlmCall] public async IAsyncEnumerable<Update> AskAsync(string prompt, [EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return new(); }
            [AgentTool] public Task<IEnumerable<int>> FindAsync() => Task.FromResult<IEnumerable<int>>([]);
            [AgentTool] public ValueTask<Stream> OpenAsync() => default;
            [AgentTool] [return: Sensitive("key")] public IEnumerator<string> Keys() { yield return ""; }
            public async Task Use() { _ = AskAsync("a"); await FindAsync(); await OpenAsync(); Keys(); }
        }
        """);

    [Fact]
    public Task Objects_of_several_types() => Verify("""
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Part), "part"), JsonDerivedType(typeof(Text), "text"), JsonDerivedType(typeof(Rich), 2), JsonDerivedType(typeof(Odd))]
        public class Part { public string? Id { get; set; } }
        public class Text : Part { [Sensitive] public string? Value { get; set; } public Part? Inner { get; set; } }
        public class Rich : Text { public int Weight { get; set; } }
        public class Odd : Part { public string? Kind { get; set; } }
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Point), "point")] public interface IShape { }
        public record Circle(int Radius) : IShape;
        public struct Point : IShape { public int X { get; set; } }
        public class Chat
        {
            [LlmCall] public IShape Ask(List<Part> parts) => new Circle(1);
            public IShape Use() => Ask([]);
        }
        """);

    [Fact]
    public Task Llm_call_whose_result_says_what_it_used() => Verify("""
        public enum Finish { Stop, Length }
        public class Details { public int CachedTokenCount { get; set; } }
        public class Usage { public int InputTokens { get; set; } public long? OutputTokens { get; set; } public Details? InputTokenDetails { get; set; } public int ReasoningTokenCount { get; set; } }
        public class Answer { public string? ModelId { get; set; } public string Id { get; set; } = ""; public Finish? FinishReason { get; set; } public Usage? Usage { get; set; } public string Text { get; set; } = ""; }
        public class Chat
        {
            [LlmCall(Provider = "openai")] public ValueTask<Answer> AskAsync(string prompt) => default;
            public ValueTask<Answer> Use() => AskAsync("a");
        }
        """);

    [Fact]
    public Task Names_and_descriptions_given_by_hand() => Verify("""
        public class Agent
        {
            [AgentRun(Name = "surfer")] [return: Sensitive("answer")] public string Run(string task) => task;
            [AgentTool(Name = "look-up", Description = "Looks up.")] public string Look(string @event) => @event;
            [AgentTool] public void @lock(int Item2, int Rest, int self, int scope, int outer, int origin, int exception) { }
            public void Use() { Run("a"); Look("b"); @lock(1, 2, 3, 4, 5, 6, 7); }
        }
        """, ("AgentStepLogWhenNoLog", "throw"));

    [Fact]
    public Task Obsolete_and_experimental_members() => Verify("""
        [Experimental("TEST001")] public class Preview { public string Text { get; set; } = ""; }
        public class Old { [Obsolete("no", true)] public string Gone { get; set; } = ""; }
        #pragma warning disable TEST001
        public class Tools
        {
            [AgentTool, Obsolete("no", true)] public string Before(Old old) => "";
            [AgentTool] public Preview After() => new();
            [Obsolete] public void Use() { Before(new()); After(); }
        }
        """);

    private static async Task Verify(string source, (string, string)? property = null, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        var generated = Generated.From(Source.Compile(Source.Usings + source), property is { } given ? [given] : []).Compiles();
        await generated.HasNoHoles();
        Snapshot.Verify(generated.Text(IsRecording), file, method);
    }

    // Tables and readers have tests of their own.
    private static bool IsRecording(string hintName) =>
        !hintName.EndsWith(".AgentTools.g.cs", StringComparison.Ordinal) && hintName != "AgentStepLog.JsonReaders.g.cs";
}
