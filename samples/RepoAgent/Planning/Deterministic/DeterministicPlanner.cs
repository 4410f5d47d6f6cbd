namespace RepoAgents.Planning.Deterministic;

/// <summary>
/// A planner without a model and without a network. It understands the forms of question of <see cref="QuestionForms"/>,
/// and works as a model would: at each turn it reads the question and the tool results so far, and decides what comes next.
/// The same question over the same folder takes the same steps, always.
/// </summary>
public sealed class DeterministicPlanner : IPlanner
{
    private static readonly PlannerUsage s_noTokens = new(0, 0);

    /// <inheritdoc />
    public Task<PlannerReply> NextAsync(IReadOnlyList<Turn> conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var question = conversation[0].Text;
        if (QuestionForms.Find(question) is not var (form, match))
        {
            return Task.FromResult(Reply(QuestionForms.NotUnderstood(question), [], PlannerReply.NotUnderstood));
        }

        var move = form.Next(match, new Evidence(conversation));
        var made = conversation.Sum(static t => t.Calls.Count);
        var calls = move.Calls.Select((c, i) => new PlannedCall($"call_{made + i + 1}", c.Tool, c.Arguments.ToJsonString())).ToList();
        return Task.FromResult(Reply(move.Answer, calls, calls.Count > 0 ? "tool_calls" : "stop"));
    }

    private static PlannerReply Reply(string text, IReadOnlyList<PlannedCall> calls, string stopReason) =>
        new(text, calls, "deterministic", "local", s_noTokens, stopReason, ResponseId: null);
}
