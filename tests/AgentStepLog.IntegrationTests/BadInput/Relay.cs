using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>Keeps what it is given, and calls the table that it is in.</summary>
public sealed class Relay
{
    public ConcurrentBag<(string Text, JsonElement Element, JsonNode Node, IEnumerable<int> Numbers, Dictionary<string, JsonElement> Map)> Kept { get; } = [];

    public ToolTable? Tools { get; set; }

    [AgentTool]
    public async Task<string> Keep(string text, JsonElement element, JsonNode node, IEnumerable<int> numbers, Dictionary<string, JsonElement> map)
    {
        await Task.Yield();
        Kept.Add((text, element, node, numbers, map));
        return text;
    }

    [AgentTool]
    public async Task<string> Pass(int hops, string text, CancellationToken cancellationToken) => hops == 0
        ? text
        : $"{text}>{await Tools!.InvokeAsync("Pass", $$"""{"hops":{{hops - 1}},"text":"{{text}}{{hops}}"}""", cancellationToken: cancellationToken)}";

    [AgentTool]
    public string Ask(Asking asking, int pages) => $"{asking.Answer} {pages}";
}

/// <summary>An argument that calls a table while it is read.</summary>
public sealed class Asking(string question)
{
    public static ToolTable? Tools { get; set; }

    public string Answer { get; } = Tools!.InvokeAsync("Pass", $$"""{"hops":0,"text":"re: {{question}}"}""").AsTask().Result.Content;

    public string Question { get; } = question;
}
