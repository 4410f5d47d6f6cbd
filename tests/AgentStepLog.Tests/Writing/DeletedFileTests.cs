using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class DeletedFileTests
{
    [Fact]
    public void A_log_whose_directory_was_deleted_while_it_ran_is_there_again_when_it_closes()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.In("logs"));
        Calls.Say("before");
        if (OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => Directory.Delete(directory.In("logs"), recursive: true));
            return; // where an open file cannot be deleted there is nothing to write anew
        }

        Directory.Delete(directory.In("logs"), recursive: true);
        Calls.Say("after");
        log.Complete();

        Assert.Equal(0, log.Health.Lost);
        Assert.Equal(4, LogLines.Read(File.ReadAllBytes(log.Path!)).Count);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void A_deleted_log_that_cannot_be_written_anew_counts_as_lost_with_all_its_lines()
    {
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.In("logs"));
        Calls.Say("before");
        if (OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => Directory.Delete(directory.In("logs"), recursive: true));
            return; // where an open file cannot be deleted there is nothing to write anew
        }

        Directory.Delete(directory.In("logs"), recursive: true);
        File.WriteAllText(directory.In("logs"), "a file in its place");
        log.Complete();
        Assert.Equal(3, log.Health.Lost);
    }
}
