namespace AgentStepLog;

/// <summary>What a log with a key ring does where nothing says whose values it withholds: for a request of somebody who has not signed in.</summary>
public enum WhenNoSubject
{
    /// <summary>The run is a subject of its own, by the name that <see cref="KeyRing.SubjectOfRun"/> gives it: its values can be confirmed, and its key erased, by its id.</summary>
    UseRun,

    /// <summary>It commits to nothing: its values are withheld, and can never be confirmed.</summary>
    CommitNothing,

    /// <summary>The log does not start.</summary>
    Refuse,
}
