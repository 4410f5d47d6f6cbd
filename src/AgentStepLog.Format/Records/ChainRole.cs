namespace AgentStepLog.Records;

/// <summary>What a line is to those before and after it.</summary>
internal enum ChainRole
{
    /// <summary>One among others.</summary>
    None,

    /// <summary>It begins a file of the run.</summary>
    Header,

    /// <summary>It announces a call. Until its outcome follows, it is unknown whether the call took effect.</summary>
    Intent,

    /// <summary>The outcome of a call.</summary>
    Outcome,

    /// <summary>It ends the run.</summary>
    End,

    /// <summary>It may stand behind the end of the run.</summary>
    Appendix,
}
