using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace AgentStepLog.IntegrationTests.Tables;

/// <summary>Tools that fail in the ways in which tools do, and some that have nothing to say.</summary>
public sealed class Frail
{
    [AgentTool]
    public int Port() => Settings.Port;

    [AgentTool]
    public string Save() =>
        throw new InvalidOperationException("An error occurred while saving the changes. See the inner exception for details.", new IOException("UNIQUE constraint failed: Orders.Id"));

    [AgentTool]
    public object? Reflect() => typeof(Settings).GetMethod(nameof(Settings.Open))!.Invoke(null, []);

    [AgentTool]
    public string Block() => Later("the disk is full").Result;

    [AgentTool]
    public string Fail(string text) => throw new InvalidOperationException(text);

    [AgentTool]
    public async Task<string> FailLater(string text) => await Later(text);

    [AgentTool]
    public string? Say(string? text) => text;

    [AgentTool]
    public async Task<string?> SayLater(string? text)
    {
        await Task.Yield();
        return text;
    }

    [AgentTool]
    public ValueTask<string?> SaySoon(string? text) => new(text);

    [AgentTool]
    public async Task<string> Get(string url)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        return await client.GetStringAsync(url);
    }

    [LlmCall]
    public static async Task<ChatCompletion> Ask(string url)
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri(url), NetworkTimeout = TimeSpan.FromMilliseconds(50), RetryPolicy = new ClientRetryPolicy(0) };
        return (await new ChatClient("m", new ApiKeyCredential("none"), options).CompleteChatAsync("hello")).Value;
    }

    private static async Task<string> Later(string why)
    {
        await Task.Yield();
        throw new IOException(why);
    }

    private static class Settings
    {
        internal static readonly int Port = int.Parse("80a", System.Globalization.CultureInfo.InvariantCulture);

        public static void Open() => throw new IOException("no such device");
    }
}
