using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class OffTests
{
    [Theory]
    [InlineData("off")]
    [InlineData(" OFF ")]
    public async Task Where_recording_is_off_nothing_is_written_nothing_throws_and_it_is_said_once(string value)
    {
        using var directory = new TempDirectory();
        var start = ChildProcess.Doing("everything", directory.Path);
        start.Environment["AGENTSTEPLOG"] = value;

        var (output, error) = await ChildProcess.RunAsync(start);

        // off, lines, steps, bytes, counted steps, path, delivered, whether a call looks for a log at all, calls that went by
        Assert.Equal("True 0 0 0 0 - 0 False 3", output.Trim());
        Assert.Equal("AgentStepLog: nothing is recorded, since the environment variable AGENTSTEPLOG is \"off\".", error.Trim());
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("off", "", "False  False")]
    [InlineData("off", "parent", "True parent True agentsteplog=parent")]
    [InlineData("on", "parent", "True own True agentsteplog=own")]
    public async Task A_run_that_leaves_no_log_is_handed_on_to_nobody_as_a_parent_but_its_own_is(string value, string parent, string expected)
    {
        var start = ChildProcess.Doing("hand on", parent);
        start.Environment["AGENTSTEPLOG"] = value;

        var (output, _) = await ChildProcess.RunAsync(start);

        Assert.Equal(expected, output.Trim());
    }

    [Fact]
    public async Task Any_other_value_records()
    {
        using var directory = new TempDirectory();
        var start = ChildProcess.Doing("everything", directory.Path);
        start.Environment["AGENTSTEPLOG"] = "on";

        var (output, error) = await ChildProcess.RunAsync(start);

        Assert.StartsWith("False 8 ", output, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(Assert.Single(Directory.GetFiles(Path.Combine(directory.Path, "logs"), "*.jsonl"))).Verdict);
    }
}
