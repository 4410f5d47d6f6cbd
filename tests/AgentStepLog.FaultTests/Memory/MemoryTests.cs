using System.Globalization;
using AgentStepLog.FaultTests.Kills;

namespace AgentStepLog.FaultTests.Memory;

/// <summary>A disk that is slow, or never works again, must not fill the memory. In processes of their own, where nothing else takes any.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData(nameof(Durability.Queued))]
    [InlineData(nameof(Durability.Written))]
    [InlineData(nameof(Durability.Durable))]
    public async Task Stays_bounded_however_much_cannot_be_written(string durability)
    {
        var told = await TellAsync("dead disk", durability);
        var (faults, most, grown, lost) = (told[0], told[1], told[2], told[3]);
        Assert.True(faults >= DeadDisk.Calls / 100, $"{faults} faults");
        Assert.InRange(most, 0, DeadDisk.QueueLimit + (64 * 1024));
        Assert.True(grown < 16 * 1024 * 1024, $"{grown:N0} bytes more after {DeadDisk.Calls:N0} calls of {DeadDisk.Size} bytes");
        Assert.Equal(DeadDisk.Calls + 1, lost); // run_end, too
    }

    [Fact]
    public async Task Stays_bounded_while_sixteen_threads_record_four_times_as_much_as_there_is_on_a_slow_disk()
    {
        var told = await TellAsync("slow disk");
        var (lines, lost, most, resident, heap) = (told[0], told[1], told[2], told[3], told[4]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{lines:N0} lines, at most {most:N0} bytes queued, {resident:N0} more resident, heap of at most {heap:N0}");
        Assert.Equal(((SlowDisk.Threads * SlowDisk.CallsEach) + 3, 0), (lines, lost)); // header, first and last line
        Assert.InRange(most, 1, SlowDisk.QueueLimit);
        Assert.True((long)SlowDisk.Threads * SlowDisk.CallsEach * SlowDisk.Size > 3 * heap, $"a heap of {heap:N0}");
        Assert.InRange(resident, 0, 2 * SlowDisk.MaxHeap);
    }

    private static async Task<long[]> TellAsync(params string[] what)
    {
        var start = Child.Doing(what);
        start.Environment["DOTNET_GCHeapHardLimit"] = SlowDisk.MaxHeap.ToString("x", CultureInfo.InvariantCulture);
        var (code, output, error) = await Child.RunAsync(start);
        Assert.True(code == 0, $"{code}: {error}");
        return [.. output.Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
    }
}
