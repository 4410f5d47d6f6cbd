using System.Collections.Frozen;
using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// Names of members that are never taken for a known value, although a value may be the same word. They are the names in messages of the common libraries, and the
/// names of parameters and members in the manifests of the loaded assemblies.
/// </summary>
internal static class KnownNames
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "additionalProperties", "allowed", "annotations", "approved", "args", "arguments", "author", "authorName", "base64Data", "cache_control", "callId", "call_id",
        "choices", "code", "content", "contents", "conversationId", "createdAt", "created", "data", "delta", "description", "details", "document", "error", "errorCode",
        "exception", "finishReason", "finish_reason", "function", "functionCall", "functionResponse", "function_call", "image", "image_url", "index", "input",
        "inputTokenCount", "is_error", "label", "logprobs", "mediaType", "message", "messageId", "messages", "metadata", "mimeType", "model", "modelId", "name", "object",
        "output", "outputs", "outputTokenCount", "parameters", "parts", "path", "prompt", "properties", "protectedData", "rawRepresentation", "reason", "reasoning",
        "refusal", "requestId", "response", "responseId", "result", "results", "role", "schema", "serverName", "source", "status", "stop_reason", "summary", "system",
        "text", "thinking", "title", "tool", "toolCall", "toolCallId", "toolUse", "toolUseId", "tool_call_id", "tool_calls", "tool_use", "tool_use_id", "tools",
        "totalTokenCount", "type", "usage", "user", "value", "values",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a match within a name is ignored: the name is a known one, or the match is short and only a part of the name.</summary>
    internal static bool IsName(ReadOnlySpan<byte> name, int start, int end) =>
        start == 0 && end == name.Length ? Contains(name) : !WordBounds.IsLong(name[start..end]) || Contains(name);

    internal static bool Contains(ReadOnlySpan<byte> name) => Contains(Encoding.UTF8.GetString(name));

    internal static bool Contains(string name)
    {
        var plain = name.TrimStart('$');
        return s_names.Contains(plain) || SecretTools.HasName(plain);
    }
}
