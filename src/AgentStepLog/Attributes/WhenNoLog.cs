namespace AgentStepLog;

/// <summary>
/// What an annotated call does when no log is active. The MSBuild property <c>AgentStepLogWhenNoLog</c> sets it for a project. In each mode
/// <see cref="UnrecordedCalls.Total"/> counts the call.
/// </summary>
public enum WhenNoLog
{
    /// <summary>The call runs and is not recorded. The default.</summary>
    PassThrough,

    /// <summary>The call runs and is not recorded. It is also counted by method.</summary>
    Count,

    /// <summary>
    /// The call does not run: <see cref="InvalidOperationException"/> names the method. Where recording is switched off (<c>AGENTSTEPLOG=off</c>), the call runs.
    /// </summary>
    Throw,
}
