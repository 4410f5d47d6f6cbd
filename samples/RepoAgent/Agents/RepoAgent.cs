using AgentStepLog;
using RepoAgents.Planning;

namespace RepoAgents.Agents;

/// <summary>
/// Answers a question about a folder: the planner says what to do, the agent calls the tools through their table and hands
/// the results back, until the planner answers.
/// </summary>
/// <param name="planner">Decides what comes next.</param>
/// <param name="tools">The tools that the planner may call, the search agent among them.</param>
/// <param name="maxTurns">How often the planner is asked at most.</param>
public sealed class RepoAgent(IPlanner planner, ToolTable tools, int maxTurns = 16)
{
    /// <summary>Answers one question.</summary>
    /// <param name="question">The question, in plain words.</param>
    /// <param name="cancellationToken">Stops the agent.</param>
    /// <exception cref="PlannerException">The planner could not reply.</exception>
    /// <exception cref="StepLimitException">The planner did not come to an answer.</exception>
    [AgentRun]
    public async Task<RepoAnswer> RunAsync(string question, CancellationToken cancellationToken)
    {
        var conversation = new List<Turn> { Turn.Question(question) };
        for (var turn = 0; turn < maxTurns; turn++)
        {
            var reply = await planner.NextAsync(conversation, cancellationToken).ConfigureAwait(false);
            conversation.Add(Turn.Reply(reply));
            if (reply.Calls.Count == 0)
            {
                return new(reply.Text, reply.StopReason != PlannerReply.NotUnderstood);
            }

            foreach (var call in reply.Calls)
            {
                var result = await tools.InvokeAsync(call.Tool, call.Arguments, new() { CallId = call.Id }, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                conversation.Add(Turn.Result(call, result.ToString(), result.IsError));
            }
        }

        throw new StepLimitException(maxTurns);
    }
}
