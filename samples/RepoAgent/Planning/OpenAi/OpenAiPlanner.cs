using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using AgentStepLog;
using OpenAI;
using OpenAI.Chat;

namespace RepoAgents.Planning.OpenAi;

/// <summary>A planner that asks a language model through any OpenAI-compatible chat endpoint; the model calls the tools of the table.</summary>
public sealed class OpenAiPlanner : IPlanner
{
    private const string Instructions =
        "You answer questions about the files of one folder. Look things up with the tools; never guess what a file holds. "
        + "Paths are relative to the folder and use '/'. Hand every search to the Search tool. When a tool fails, read its "
        + "message, and try another way or say what is missing. Answer briefly, naming files with their line numbers.";

    private readonly OpenAiSettings _settings;
    private readonly ChatClient _client;
    private readonly ChatCompletionOptions _options = new();

    /// <param name="settings">The endpoint, the model and the key.</param>
    /// <param name="tools">The tools that the model may call.</param>
    public OpenAiPlanner(OpenAiSettings settings, ToolTable tools)
    {
        _settings = settings;
        var options = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(settings.Retries),
            NetworkTimeout = settings.Timeout,
        };
        if (settings.Endpoint is not null)
        {
            options.Endpoint = settings.Endpoint;
        }

        _client = new ChatClient(settings.Model, new ApiKeyCredential(settings.Key), options);
        foreach (var tool in tools)
        {
            _options.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.Schema)));
        }
    }

    /// <inheritdoc />
    public async Task<PlannerReply> NextAsync(IReadOnlyList<Turn> conversation, CancellationToken cancellationToken)
    {
        try
        {
            ChatMessage[] messages = [new SystemChatMessage(Instructions), .. conversation.Select(Message)];
            ChatCompletion completion = await _client.CompleteChatAsync(messages, _options, cancellationToken).ConfigureAwait(false);
            return Reply(completion);
        }
        catch (ClientResultException e)
        {
            throw Failure(e);
        }
        catch (Exception e) when (e is AggregateException or HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new PlannerException($"{Address} could not be reached: {WithoutKey((e.InnerException ?? e).Message).TrimEnd('.')}. Check OPENAI_BASE_URL and the network.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new PlannerException($"{Address} answered in a form that is no chat completion: {WithoutKey(e.Message).TrimEnd('.')}. Check OPENAI_BASE_URL.");
        }
    }

    private PlannerReply Reply(ChatCompletion completion)
    {
        var calls = completion.ToolCalls.Select(static c => new PlannedCall(c.Id, c.FunctionName, c.FunctionArguments.ToString())).ToList();
        var text = string.Concat(completion.Content.Select(static part => part.Text));
        var usage = completion.Usage;
        return new(
            calls.Count == 0 && text.Length == 0 ? completion.Refusal ?? "The model gave no answer." : text,
            calls, completion.Model, _settings.Provider,
            new(usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0,
                usage?.InputTokenDetails?.CachedTokenCount, usage?.OutputTokenDetails?.ReasoningTokenCount),
            Name(completion.FinishReason), completion.Id);
    }

    private static ChatMessage Message(Turn turn) => turn switch
    {
        { Role: TurnRole.User } => new UserChatMessage(turn.Text),
        { Role: TurnRole.Tool, Answered: { } call } => new ToolChatMessage(call.Id, turn.Text),
        { Calls.Count: 0 } => new AssistantChatMessage(turn.Text),
        _ => new AssistantChatMessage(turn.Calls.Select(static c =>
            ChatToolCall.CreateFunctionToolCall(c.Id, c.Tool, BinaryData.FromString(c.Arguments)))),
    };

    // As the wire has it; the client's enumeration has names of its own.
    private static string Name(ChatFinishReason reason) => reason switch
    {
        ChatFinishReason.Stop => "stop",
        ChatFinishReason.ToolCalls => "tool_calls",
        ChatFinishReason.Length => "length",
        ChatFinishReason.ContentFilter => "content_filter",
        ChatFinishReason.FunctionCall => "function_call",
        _ => reason.ToString(),
    };

    private PlannerException Failure(ClientResultException e)
    {
        var remedy = e.Status switch
        {
            401 or 403 => " Check OPENAI_API_KEY.",
            404 => " Check OPENAI_BASE_URL and OPENAI_MODEL.",
            429 => " Wait, or check the account's limits.",
            >= 500 => " The fault is the provider's; try again later.",
            _ => "",
        };
        // The client's exception is not kept as the inner one: its text may quote the key.
        return new($"{Address} answered {e.Status}: {WithoutKey(e.Message.ReplaceLineEndings(" ").Trim())}{remedy}");
    }

    // Without user, password and query: an address may hold a secret, too.
    private string Address =>
        "The model at " + (_settings.Endpoint ?? new Uri("https://api.openai.com/v1")).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private string WithoutKey(string text) => text.Replace(_settings.Key, "[key]", StringComparison.Ordinal);
}
