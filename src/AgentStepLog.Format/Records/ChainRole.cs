namespace AgentStepLog.Records;

/// <summary>The role of a line in the order of a run's lines.</summary>
internal enum ChainRole
{
    /// <summary>A line without a special role.</summary>
    None,

    /// <summary>The line begins a file of the run.</summary>
    Header,

    /// <summary>The line announces a call. Until the call's outcome follows, it is unknown whether the call took effect.</summary>
    Intent,

    /// <summary>The outcome of a call.</summary>
    Outcome,

    /// <summary>The line ends the run.</summary>
    End,

    /// <summary>The line may follow the end of the run.</summary>
    Appendix,
}
