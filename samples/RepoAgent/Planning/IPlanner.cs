using AgentStepLog;

namespace RepoAgents.Planning;

/// <summary>Decides what the agent does next: call tools, or answer.</summary>
public interface IPlanner
{
    /// <summary>Looks at the conversation so far and says what comes next.</summary>
    /// <param name="conversation">The question first, then the planner's own replies and the tools' results, in order.</param>
    /// <param name="cancellationToken">Stops the planner.</param>
    /// <returns>Tool calls to make, or, when there are none, the answer.</returns>
    /// <exception cref="PlannerException">The model's provider did not answer.</exception>
    [LlmCall]
    Task<PlannerReply> NextAsync(IReadOnlyList<Turn> conversation, CancellationToken cancellationToken);
}
