using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Messages of Microsoft.Extensions.AI go through its own options, and generated code names nothing else of that library.</summary>
public sealed class MessageTests
{
    private const string Chat = """
        public record Turn(Microsoft.Extensions.AI.ChatMessage Message, Microsoft.Extensions.AI.ChatRole Role, CancellationToken Token, IProgress<int> Progress, [property: Sensitive] string Key);
        public class Mine : Microsoft.Extensions.AI.ChatMessage { public int Number { get; set; } }
        public class Chat
        {
            [LlmCall] public Task<Microsoft.Extensions.AI.ChatResponse> AskAsync(IList<Microsoft.Extensions.AI.ChatMessage> messages, Microsoft.Extensions.AI.ChatOptions? options = null, CancellationToken? token = null) => null!;
            [LlmCall] public IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> Stream(Turn turn, Mine mine, object other) => null!;
            [AgentTool] public T Given<T>(T value, IProgress<T> progress, CancellationToken? token = null) => value;
            public void Use() { _ = AskAsync([]); _ = Stream(null!, new(), 1); Given(1, null!); }
        }
        """;

    [Fact]
    public void Messages_options_and_tools() => Snapshot.Verify(Run().Text(static h => h is not "AgentStepLog.JsonReaders.g.cs" && !h.Contains("Manifest", StringComparison.Ordinal)));

    [Fact]
    public void No_experimental_type_or_member_is_named()
    {
        var names = typeof(ChatMessage).Assembly.GetExportedTypes()
            .SelectMany(static t => t.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).Where(static m => m is PropertyInfo).Prepend<MemberInfo>(t))
            .Where(static m => m.IsDefined(typeof(ExperimentalAttribute)))
            .Select(static m => m is Type ? m.Name.Split('`')[0] : "." + m.Name)
            .Distinct()
            .ToList();

        var code = Run().Text();

        Assert.True(names.Count > 20);
        Assert.DoesNotContain(names, name => code.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain("MEAI", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Global_types_named_like_generated_ones()
    {
        var types = new[] { "KnownMessages", "KnownValues" }.Select(static name => $$"""
            public class {{name}} { [AgentStepLog.AgentTool] public string Find(Microsoft.Extensions.AI.ChatMessage message, object other) => ""; public string Use() => Find(new(), 1); }
            """);

        var generated = Run(string.Join('\n', types));

        Assert.All(["KnownMessages", "KnownMessages_", "KnownValues", "KnownValues_"], name => Assert.Contains($" static class {name}\n", generated.Text(), StringComparison.Ordinal));
        await generated.HasNoHoles();
    }

    private static Generated Run(string source = Source.Usings + Chat) => Generated.From(
        Source.Compile(source).AddReferences(MetadataReference.CreateFromFile(typeof(ChatMessage).Assembly.Location))).Compiles();
}
