namespace AgentStepLog;

/// <summary>What a log with a key ring does where no subject is given, for example for the request of a user who has not signed in.</summary>
public enum WhenNoSubject
{
    /// <summary>
    /// The run is its own subject, with the name that <see cref="KeyRing.SubjectOfRun"/> gives it. Its values can be confirmed, and its key can be erased, by the id of
    /// the run.
    /// </summary>
    UseRun,

    /// <summary>The run commits to nothing. Its values are withheld, and can never be confirmed.</summary>
    CommitNothing,

    /// <summary>The log does not start.</summary>
    Refuse,
}
