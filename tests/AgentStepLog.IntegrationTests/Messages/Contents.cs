#pragma warning disable MEAI001 // members that are not settled yet are recorded all the same
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentStepLog.IntegrationTests.Messages;

/// <summary>One content of each type that Microsoft.Extensions.AI has, with all that it may hold.</summary>
internal static class Contents
{
    public static JsonSerializerOptions Theirs => AIJsonUtilities.DefaultOptions;

    /// <summary>Each anew: contents can be changed.</summary>
    public static IReadOnlyList<AIContent> All() =>
    [
        new AIContent { AdditionalProperties = new() { ["by"] = "nobody" } },
        new TextContent("Tea \u2028 \"<b>\" \U0001F375 $x")
        {
            Annotations =
            [
                new CitationAnnotation
                {
                    Title = "Teas", Url = new("https://example.com/tea?a=1&b=2"), FileId = "f", ToolName = "t", Snippet = "green",
                    AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = 1, EndIndex = 3 }],
                    RawRepresentation = new object(),
                },
            ],
            RawRepresentation = new Uri("https://example.com/"),
            AdditionalProperties = new() { ["$ref"] = "#/a", ["nothing"] = null, ["list"] = new object?[] { 1, 2.5, null, "x", true }, ["when"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc) },
        },
        new TextReasoningContent("Which tea?") { ProtectedData = "c2VhbGVk" },
        new DataContent("data:text/plain;base64,dGVh") { Name = "tea.txt" },
        new UriContent("https://example.com/tea.png", "image/png"),
        new ErrorContent("Out of milk.") { ErrorCode = "E1", Details = "None left." },
        new UsageContent(Usage()),
        new FunctionCallContent("c-1", "Place", Arguments()) { Exception = new FormatException("unreadable"), InformationalOnly = true },
        new FunctionResultContent("c-1", JsonSerializer.SerializeToElement(new { total = 10.00m, items = new[] { "tea" } })) { Exception = new InvalidOperationException("hidden") },
        new HostedFileContent("file-1") { MediaType = "text/plain", Name = "a.txt", SizeInBytes = 7, CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), Purpose = "p", Scope = "s" },
        new HostedVectorStoreContent("vs-1"),
        new ToolCallContent("c-2"),
        new ToolResultContent("c-2"),
        new ToolApprovalRequestContent("r-2", new FunctionCallContent("c-3", "Settle", Arguments())),
        new ToolApprovalResponseContent("r-2", approved: true, new McpServerToolCallContent("c-4", "pay", "bank") { Arguments = Arguments() }) { Reason = "Cheap." },
        new McpServerToolCallContent("c-5", "search", "web") { Arguments = Arguments() },
        new McpServerToolResultContent("c-5") { Outputs = [new TextContent("found"), new DataContent("data:image/png;base64,iVBO")] },
        new ImageGenerationToolCallContent("c-6"),
        new ImageGenerationToolResultContent("c-6") { Outputs = [new UriContent("https://example.com/cat.png", "image/png")] },
        new CodeInterpreterToolCallContent("c-7") { Inputs = [new TextContent("print(1)")] },
        new CodeInterpreterToolResultContent("c-7") { Outputs = [new TextContent("1"), new ErrorContent("none")] },
        new WebSearchToolCallContent("c-8") { Queries = ["tea", "$milk"] },
        new WebSearchToolResultContent("c-8") { Outputs = [new UriContent("https://example.com/", "text/html")] },
    ];

    /// <summary>Those that their library writes, and cannot read itself: only types derived from them can be made.</summary>
    public static IReadOnlyList<AIContent> Unreadable() => [Made<InputRequestContent>(), Made<InputResponseContent>()];

    public static UsageDetails Usage() => new()
    {
        InputTokenCount = 11, OutputTokenCount = 7, TotalTokenCount = 18, CachedInputTokenCount = 5, ReasoningTokenCount = 3, AdditionalCounts = new() { ["$images"] = 2 },
    };

    public static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, Theirs);

    private static AIContent Made<T>()
        where T : AIContent => (T)Activator.CreateInstance(typeof(T), BindingFlags.Instance | BindingFlags.NonPublic, null, ["r-1"], null)!;

    private static Dictionary<string, object?> Arguments() => new()
    {
        ["article"] = "tea",
        ["$filter"] = new Dictionary<string, object?> { ["$gt"] = 4, ["$$"] = null },
        ["pieces"] = 4,
        ["given"] = JsonSerializer.SerializeToElement(new { a = 1, b = new[] { 1.50m } }),
        ["none"] = null,
    };
}
