namespace RepoAgents.Planning;

/// <summary>One turn of the conversation between user, planner and tools.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said: the question, the planner's text, or the tool's result.</param>
/// <param name="Calls">The calls that a planner makes; none in other turns.</param>
/// <param name="Answered">The call that a tool's turn answers; null in other turns.</param>
/// <param name="IsError">Whether the tool failed.</param>
public sealed record Turn(TurnRole Role, string Text, IReadOnlyList<PlannedCall> Calls, PlannedCall? Answered, bool IsError)
{
    /// <summary>The user's question.</summary>
    public static Turn Question(string text) => new(TurnRole.User, text, [], null, IsError: false);

    /// <summary>A planner's reply.</summary>
    public static Turn Reply(PlannerReply reply) => new(TurnRole.Planner, reply.Text, reply.Calls, null, IsError: false);

    /// <summary>A tool's result.</summary>
    public static Turn Result(PlannedCall call, string text, bool isError) => new(TurnRole.Tool, text, [], call, isError);
}
