using System.Security.Cryptography;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>
/// The two parts of a record that a chained log cannot do without: SHA-256 over the bytes of the line, and one call that gives them to the operating
/// system. How long they take depends on the processor and on the kernel.
/// </summary>
internal static class LineParts
{
    private static readonly byte[] s_line = new byte[LineBytes()];

    public static long Hashed(int count)
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

    public static long Written(int count)
    {
        using var folder = new ScratchFolder();
        using var file = File.OpenHandle(Path.Combine(folder.Path, "lines"), FileMode.CreateNew, FileAccess.Write);
        for (var i = 0; i < count; i++)
        {
            RandomAccess.Write(file, s_line, (long)i * s_line.Length);
        }

        return count;
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
