using System.Collections.Frozen;

namespace AgentStepLog.Integrity;

/// <summary>The own fields of each type of line that hold no value of the user's. What is unknown of them is absent, and never null.</summary>
internal static class FieldTypes
{
    private static readonly string[] s_everywhere = ["v", "run_id", "step", "type", "ts", "mono_ms", "duration_ms", "span_id", "parent_id", "resumed", "redacted", "prev", "crc"];
    private static readonly string[] s_tokens = ["input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens"];
    private static readonly string[] s_call =
    [
        "route", "method", "caller", "call_id", "attempt", "coerced", "items", "first_item_ms", "items_left_out", "incomplete", "bytes_read", "bytes_written", "notes",
        "error_blob", "error_type", "error_frames", "error_causes", "canceled",
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_own = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["run_start"] =
        [
            "agent", "agent_version", "task", "environment", "session_id", "user_id", "subject", "host", "pid", "runtime", "library", "trace_id", "parent_run_id", "segment", "manifest",
            "log_key", "metadata",
        ],
        ["llm_call"] = [.. s_call, .. s_tokens, "model", "provider", "stop_reason", "response_id", "first_token_ms", "tools_offered", "tool_set"],
        ["tool_call"] = [.. s_call, "tool"],
        ["agent_call"] =
        [
            .. s_call, .. s_tokens, "agent", "caller_id", "system_prompt", "system_prompt_sources", "user_prompt", "user_prompt_sources",
            "total_input_tokens", "total_output_tokens", "total_cached_tokens", "total_reasoning_tokens",
        ],
        ["plan"] = s_tokens,
        ["decision"] = ["kind", "message", "tool", "subagent", "skill", "callback_intent"],
        ["callback"] = ["intent", "prompt", "target"],
        ["skill_invocation"] = ["skill", "inventory"],
        ["user_input"] = ["prompt"],
        ["user_output"] = ["role", "text"],
        ["permission_request"] = ["tool", "action", "resource", "summary", "allowed", "remember_for_session"],
        ["memory_operation"] = ["operation", "memory_uri", "scope", "mime_type", "title", "summary", "size_bytes", "version", "metadata"],
        ["event"] = ["name"],
        ["intent"] = ["tool", "agent", "model", "call_id"],
        ["gap"] = ["lost", "from_ts", "to_ts", "reason"],
        ["recovery"] = ["offset", "length", "sha256"],
        ["checkpoint"] = ["size", "root", "note"],
        ["run_end"] =
        [
            .. s_tokens, "outcome", "error", "error_blob", "error_type", "error_frames", "error_causes", "error_types", "steps", "tool_calls", "llm_calls", "agent_calls", "events", "errors", "tools", "models",
        ],
    }.ToFrozenDictionary(type => type.Key, type => type.Value.Concat(s_everywhere).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a field is never null in lines of a type. Of types and fields that this version does not know nothing is.</summary>
    public static bool IsNeverNull(string type, string name) => s_own.TryGetValue(type, out var own) && own.Contains(name);
}
