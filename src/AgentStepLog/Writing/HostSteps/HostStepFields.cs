namespace AgentStepLog.Writing;

/// <summary>Writes the fields of a step that a program records itself. The step's class reads the same fields.</summary>
/// <param name="line">The line to write to.</param>
/// <param name="raw">How much of a model's own words is recorded.</param>
internal readonly struct HostStepFields(Line line, CaptureMode raw)
{
    internal void Write(HostStep step)
    {
        switch (step)
        {
            case EventStep happened:
                line.Label("name"u8, happened.Name);
                line.Value("data"u8, happened.Data);
                break;
            case PlanStep plan:
                Write(plan);
                break;
            case DecisionStep decision:
                Write(decision);
                break;
            case CallbackStep callback:
                line.Label("intent"u8, callback.Intent);
                line.Text("prompt"u8, callback.Prompt);
                line.Label("target"u8, callback.Target);
                line.Value("response"u8, callback.Response);
                break;
            case SkillInvocationStep skill:
                line.Label("skill"u8, skill.Skill);
                line.Value("parameters"u8, skill.Parameters);
                line.Texts("inventory"u8, skill.Inventory);
                break;
            case UserInputStep input:
                line.Text("prompt"u8, input.Prompt);
                line.Text("response"u8, input.Response);
                break;
            case UserOutputStep output:
                line.Label("role"u8, output.Role);
                line.Text("text"u8, output.Text);
                break;
            case PermissionRequestStep permission:
                Write(permission);
                break;
            case MemoryOperationStep memory:
                Write(memory);
                break;
            default:
                throw new NotSupportedException($"No line is written for a {step.GetType().Name}.");
        }
    }

    private void Write(PlanStep step)
    {
        line.Value("facts"u8, step.Facts);
        line.Value("plan"u8, step.Plan);
        line.Number("input_tokens"u8, step.InputTokens);
        line.Number("output_tokens"u8, step.OutputTokens);
        line.Number("cached_tokens"u8, step.CachedTokens);
        line.Number("reasoning_tokens"u8, step.ReasoningTokens);
    }

    private void Write(DecisionStep step)
    {
        line.Label("kind"u8, step.Decision);
        line.Text("message"u8, step.Message);
        line.Value("raw"u8, step.Raw, raw);
        line.Value("response"u8, step.Response);
        line.Value("parameters"u8, step.Parameters);
        line.Label("tool"u8, step.Tool);
        line.Label("subagent"u8, step.Subagent);
        line.Label("skill"u8, step.Skill);
        line.Label("callback_intent"u8, step.CallbackIntent);
    }

    private void Write(PermissionRequestStep step)
    {
        line.Label("tool"u8, step.Tool);
        line.Label("action"u8, step.Action);
        line.Text("resource"u8, step.Resource);
        line.Text("summary"u8, step.Summary);
        line.Flag("allowed"u8, step.Allowed);
        line.Flag("remember_for_session"u8, step.RememberForSession);
    }

    private void Write(MemoryOperationStep step)
    {
        line.Label("operation"u8, step.Operation);
        line.Text("memory_uri"u8, step.MemoryUri);
        line.Label("scope"u8, step.Scope);
        line.Label("mime_type"u8, step.MimeType);
        line.Text("title"u8, step.Title);
        line.Text("summary"u8, step.Summary);
        line.Number("size_bytes"u8, step.SizeBytes);
        line.Label("version"u8, step.Version);
        if (step.Metadata.Count > 0)
        {
            line.Texts("metadata"u8, new SortedDictionary<string, string>(step.Metadata.ToDictionary(), StringComparer.Ordinal));
        }
    }
}
