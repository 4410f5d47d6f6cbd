using System.Diagnostics;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Resuming;

public sealed class LockTests
{
    [Fact]
    public void A_run_that_another_process_writes_is_not_started_again()
    {
        using var directory = new TempDirectory();
        using var child = Hold(directory);
        try
        {
            var taken = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "held" }));
            Assert.Contains("is being written by another log, in this process or another one", taken.Message, StringComparison.Ordinal);
            Assert.Contains(directory.In("held.jsonl"), taken.Message, StringComparison.Ordinal);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }

        Assert.True(File.Exists(directory.In("held.lock")));
        var there = Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "held" }));
        Assert.Contains("already has a log", there.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(directory.In("held.lock"))); // another may hold it by now
    }

    [Fact]
    public void Within_a_process_a_run_has_one_log_too()
    {
        using var directory = new TempDirectory();
        using (StepLog.Start(directory.Path, new() { RunId = "r" }))
        {
            Assert.Contains("is being written", Assert.Throws<StepLogException>(() => StepLog.Start(directory.Path, new() { RunId = "r" })).Message, StringComparison.Ordinal);
            using var other = StepLog.Start(directory.Path, new() { RunId = "other" });
        }

        Assert.DoesNotContain(Directory.GetFiles(directory.Path), f => f.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lock_file_that_nobody_holds_is_no_obstacle_whatever_is_in_it()
    {
        using var directory = new TempDirectory();
        directory.Write("r.lock", "garbage"u8);
        directory.Write("r.head", "garbage"u8);
        using (var log = StepLog.Start(directory.Path, new() { RunId = "r" }))
        {
            log.Complete();
            Assert.Equal(0, log.Health.Lost);
        }

        Assert.False(File.Exists(directory.In("r.lock")));
        Assert.Equal([directory.In("r.jsonl")], Directory.GetFileSystemEntries(directory.Path));
    }

    internal static Process Hold(TempDirectory directory)
    {
        var child = Process.Start(ChildProcess.Doing("hold", directory.Path))!;
        Assert.Equal("held", child.StandardOutput.ReadLine());
        return child;
    }
}
