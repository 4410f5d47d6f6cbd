using System.Security.Cryptography;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>What no chained log can do without: SHA-256 over the bytes of each line. How fast that is depends on the processor.</summary>
internal static class LineHashing
{
    private static readonly byte[] s_line = new byte[LineBytes()];

    public static long Lines(int count)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            SHA256.HashData(s_line, hash);
            sum += hash[0];
        }

        return sum;
    }

    /// <summary>The bytes of such a line as <see cref="Logs.StepLogFile"/> writes.</summary>
    private static int LineBytes()
    {
        using var log = StepLog.InMemory();
        Calls.Annotated(1);
        return log.ToArray().AsSpan().TrimEnd((byte)'\n').Length - HeaderBytes(log);
    }

    private static int HeaderBytes(StepLog log) => log.ToArray().AsSpan().IndexOf((byte)'\n') + 1;
}
