namespace AgentStepLog;

/// <summary>
/// What an annotated call does when no log is active. Set for a project by the MSBuild property
/// <c>AgentStepLogWhenNoLog</c>. In each mode the call is counted in <see cref="UnrecordedCalls.Total"/>.
/// </summary>
public enum WhenNoLog
{
    /// <summary>The call goes on unrecorded. The default.</summary>
    PassThrough,

    /// <summary>The call goes on unrecorded, and is counted by method too.</summary>
    Count,

    /// <summary>The call does not happen: <see cref="InvalidOperationException"/> names the method. Where recording is switched off (<c>AGENTSTEPLOG=off</c>) it goes on.</summary>
    Throw,
}
