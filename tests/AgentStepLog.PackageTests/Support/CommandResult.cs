namespace AgentStepLog.PackageTests.Support;

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>This, or a failed assertion that shows all that the command said.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}\n{Error}");
        return this;
    }

    /// <inheritdoc cref="Succeeded"/>
    public CommandResult Failed()
    {
        Assert.True(ExitCode != 0, $"Expected a failure, but:\n{Output}\n{Error}");
        return this;
    }
}
