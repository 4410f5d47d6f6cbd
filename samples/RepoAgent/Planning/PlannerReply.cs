namespace RepoAgents.Planning;

/// <summary>
/// What a planner says next. The properties from <see cref="Model"/> to <see cref="ResponseId"/> bear the names by which the
/// step log finds them.
/// </summary>
/// <param name="Text">The answer when there are no calls; else what the model said beside them, often nothing.</param>
/// <param name="Calls">The tools to call, in order.</param>
/// <param name="Model">The model that replied.</param>
/// <param name="Provider">Who runs it.</param>
/// <param name="Usage">The tokens that the reply took.</param>
/// <param name="StopReason">Why it ended: <c>tool_calls</c>, <c>stop</c>, <c>not_understood</c>, or as the provider says.</param>
/// <param name="ResponseId">The provider's id of the reply; null without one.</param>
public sealed record PlannerReply(
    string Text, IReadOnlyList<PlannedCall> Calls, string Model, string Provider, PlannerUsage Usage, string StopReason, string? ResponseId)
{
    /// <summary>The stop reason of a planner that did not understand the question.</summary>
    public const string NotUnderstood = "not_understood";
}
