using AgentStepLog.Files;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class DurabilityTests
{
    [Theory]
    [InlineData(Durability.Queued)]
    [InlineData(Durability.Written)]
    [InlineData(Durability.Durable)]
    public async Task Every_line_of_sixteen_threads_is_in_the_file_once_and_the_chain_holds(Durability durability)
    {
        const int Threads = 16;
        const int Each = 250;
        using var directory = new TempDirectory();
        using var log = StepLog.Start(directory.Path, new() { Durability = durability });
        await InThreads(Threads, thread =>
        {
            using var active = log.Use();
            for (var i = 0; i < Each; i++)
            {
                Calls.Say($"{thread}.{i}");
            }
        });
        log.Complete();

        var said = LogLines.Read(File.ReadAllBytes(log.Path!)).Where(l => LogLines.Type(l) == "tool_call").Select(l => l.GetProperty("output").GetString()!).ToList();
        Assert.Equal(Threads * Each, said.Count);
        Assert.Equal(Threads * Each, said.Distinct().Count());
        Assert.All(said.GroupBy(s => s.Split('.')[0]), thread =>
            Assert.Equal(Enumerable.Range(0, Each), thread.Select(s => int.Parse(s.Split('.')[1])))); // each thread's own are in its order
        LogLines.AssertSound(File.ReadAllBytes(log.Path!));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.Equal((Threads * Each, 0, 0), (log.Summarize().ToolCalls, log.Health.Lost, log.Health.QueuedBytes));
    }

    [Fact]
    public void A_durable_line_is_synced_before_the_call_returns_and_its_blob_before_it()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        using var log = StepLog.On(files, new() { Directory = directory.In("logs"), Durability = Durability.Durable, InlineLimit = 256 });
        Assert.Equal(["names", "create", "append", "sync", "names"], files.Calls);
        files.Calls.Clear();
        Calls.Say("short");
        Assert.Equal(["append", "sync"], files.Calls);
        files.Calls.Clear();
        log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 300)) });
        Assert.Equal(["names", "create blob", "blob", "sync blob", "publish", "names", "append", "sync"], files.Calls);
    }

    [Fact]
    public async Task Durable_lines_of_many_threads_share_their_syncs()
    {
        const int Threads = 32;
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Durable });
        files.Calls.Clear();
        var syncs = 0;
        files.Before = call =>
        {
            if (call == "sync" && ++syncs == 1)
            {
                Until.Holds(() => log.Writer.Waiting == Threads - 1);
            }
        };
        await InThreads(Threads, thread =>
        {
            using var active = log.Use();
            Calls.Say(thread.ToString());
        });
        Assert.Equal(["append", "sync", "append", "sync"], files.Calls); // the first line, and all others
        LogLines.AssertSound(log.ToArray());
        Assert.Equal(Threads, log.Summarize().ToolCalls);
    }

    [Fact]
    public void A_written_line_is_with_the_system_when_the_call_returns_and_nothing_is_synced()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files);
        for (var i = 1; i <= 5; i++)
        {
            Calls.Say("x");
            Assert.Equal(i + 1, files.Calls.Count(c => c == "append"));
        }

        log.Complete();
        Assert.DoesNotContain("sync", files.Calls);
        Assert.DoesNotContain("names", files.Calls);
    }

    [Fact]
    public void Queued_lines_wait_while_the_disk_is_slow_and_are_all_there_when_the_log_closes()
    {
        using var disk = new ManualResetEventSlim();
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Queued });
        files.Before = call => disk.Wait();
        for (var i = 0; i < 100; i++)
        {
            Calls.Say("not held up");
        }

        Assert.True(log.Health.QueuedBytes > 100 * 100);
        disk.Set();
        log.Complete();
        Assert.Equal(0, log.Health.QueuedBytes);
        Assert.Equal(100, LogLines.OfType(log, "tool_call").Count);
    }

    [Fact]
    public async Task Queued_lines_wait_in_bounded_memory_and_none_is_dropped()
    {
        const int Limit = 256 * 1024;
        const int Calls_ = 2_000;
        using var disk = new ManualResetEventSlim();
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Queued, QueueLimit = Limit, KeepSteps = 0 });
        files.Before = call => disk.Wait();
        var done = 0;
        var text = new string('x', 1_000);
        var writer = InThreads(4, thread =>
        {
            using var active = log.Use();
            for (var i = 0; i < Calls_ / 4; i++)
            {
                Calls.Say(text);
                Interlocked.Increment(ref done);
            }
        });

        // The threads may start late on a busy machine.
        Until.Holds(() => log.Health.QueuedBytes >= Limit / 2);
        Assert.InRange(Volatile.Read(ref done), 1, Limit / 1_000);
        Assert.InRange(log.Health.QueuedBytes, 0, Limit);
        Assert.False(writer.IsCompleted);
        disk.Set();
        while (!writer.IsCompleted)
        {
            Assert.InRange(log.Health.QueuedBytes, 0, Limit);
            Thread.Yield();
        }

        await writer;
        log.Complete();
        Assert.Equal(Calls_, LogLines.OfType(log, "tool_call").Count);
        LogLines.AssertSound(log.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_a_flush_every_queued_line_is_written_or_counted_as_lost(bool diskWorks)
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Queued });
        files.Fails = call => !diskWorks && call == "append";
        for (var i = 0; i < 100; i++)
        {
            Calls.Say("x");
        }

        log.Flush();
        Assert.Equal((diskWorks ? 0 : 100, 0), (log.Health.Lost, log.Health.QueuedBytes));
    }

    [Fact]
    public void Who_looks_at_a_queued_log_finds_all_that_was_recorded_before()
    {
        using var log = StepLog.On(new FaultyFiles(), new() { Durability = Durability.Queued, KeepSteps = 200 });
        for (var i = 1; i < 199; i++)
        {
            Calls.Say("x");
            Assert.Equal(i, log.Summarize().ToolCalls);
            Assert.Equal(i + 1, log.Steps.Count);
            Assert.Equal(i + 1, LogLines.Read(log).Count);
        }
    }

    [Fact]
    public void A_queued_log_whose_disk_is_full_counts_and_tells_what_it_lost()
    {
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new() { Durability = Durability.Queued });
        files.Fails = static call => call == "append";
        for (var i = 0; i < 50; i++)
        {
            Calls.Say("lost");
        }

        Assert.Empty(log.Steps.OfType<ToolCallStep>()); // looking waits for the writer
        Assert.Equal((50, true), (log.Health.Lost, log.Health.IsFailing));
        Assert.Contains("No space left", log.Health.LastFailure, StringComparison.Ordinal);
        files.Fails = static _ => false;
        Calls.Say("written");
        log.Complete();
        Assert.False(log.Health.IsFailing);
        Assert.Equal(50, Assert.Single(log.Steps.OfType<GapStep>()).Lost);
        Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.True(files.Faults >= 50);
    }

    [Theory]
    [InlineData(Durability.Queued)]
    [InlineData(Durability.Written)]
    [InlineData(Durability.Durable)]
    public async Task A_log_that_closes_while_threads_write_has_each_line_or_counts_it_as_late(Durability durability)
    {
        for (var round = 0; round < Sweeps.Count(full: 20, brief: 5); round++)
        {
            using var log = StepLog.InMemory(new() { Durability = durability });
            var ended = 0;
            var threads = InThreads(8, _ =>
            {
                using var active = log.Use();
                while (!log.IsClosed)
                {
                    log.Record(new EventStep { Name = "x" });
                    Interlocked.Increment(ref ended);
                }
            });
            await Task.Delay(5, TestContext.Current.CancellationToken);
            await InThreads(3, _ => log.Dispose());
            await threads;
            Assert.Equal(ended, LogLines.OfType(log, "event").Count + log.Health.Late);
            Assert.Equal("run_end", LogLines.Type(LogLines.Read(log)[^1]));
            LogLines.AssertSound(log.ToArray());
        }
    }

    private static Task InThreads(int count, Action<int> work) => Task.WhenAll(Enumerable.Range(0, count).Select(thread =>
        Task.Factory.StartNew(() => work(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
}
