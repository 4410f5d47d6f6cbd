namespace AgentStepLog.Reading;

/// <summary>The fields of what an agent thinks and takes up.</summary>
internal static class AgentFields
{
    public static PlanStep Plan(LineFields fields, Step envelope) => new(envelope)
    {
        FactsPayload = fields.Payload("facts"u8),
        PlanPayload = fields.Payload("plan"u8),
        InputTokens = fields.Whole("input_tokens"u8),
        OutputTokens = fields.Whole("output_tokens"u8),
        CachedTokens = fields.Whole("cached_tokens"u8),
        ReasoningTokens = fields.Whole("reasoning_tokens"u8),
    };

    public static DecisionStep Decision(LineFields fields, Step envelope) => new(envelope)
    {
        Decision = fields.RequiredText("kind"u8),
        Message = fields.Text("message"u8),
        RawPayload = fields.Payload("raw"u8),
        ResponsePayload = fields.Payload("response"u8),
        ParametersPayload = fields.Payload("parameters"u8),
        Tool = fields.Text("tool"u8),
        Subagent = fields.Text("subagent"u8),
        Skill = fields.Text("skill"u8),
        CallbackIntent = fields.Text("callback_intent"u8),
    };

    public static CallbackStep Callback(LineFields fields, Step envelope) => new(envelope)
    {
        Intent = fields.RequiredText("intent"u8),
        Prompt = fields.Text("prompt"u8),
        Target = fields.Text("target"u8),
        ResponsePayload = fields.Payload("response"u8),
    };

    public static SkillInvocationStep SkillInvocation(LineFields fields, Step envelope) => new(envelope)
    {
        Skill = fields.RequiredText("skill"u8),
        ParametersPayload = fields.Payload("parameters"u8),
        Inventory = fields.Texts("inventory"u8),
    };
}
