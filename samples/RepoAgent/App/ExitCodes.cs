namespace RepoAgents.App;

/// <summary>What the program's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>The question was answered, and the log verifies.</summary>
    public const int Answered = 0;

    /// <summary>The run failed, or its log does not verify.</summary>
    public const int Failed = 1;

    /// <summary>The call was wrong: an unknown option, a missing question, a folder that does not exist.</summary>
    public const int Usage = 2;

    /// <summary>The question was not understood.</summary>
    public const int NotUnderstood = 3;

    /// <summary>The run was interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
