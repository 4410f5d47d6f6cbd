using System.Buffers.Binary;
using System.Diagnostics;
using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>One child, killed at a random moment, and what it leaves.</summary>
internal sealed record Killing(HashSet<long> Acknowledged, LinesLeft Left)
{
    public int Missing => Acknowledged.Count(label => !Left.Labels.Contains(label));

    /// <summary>Starts a child and kills it with SIGKILL some time after its first two reports.</summary>
    public static async Task<Killing> DoAsync(string subject, string directory, Random random, int threads = 1, bool isPlain = true)
    {
        using var child = Process.Start(Child.Doing("log", subject, directory, $"{threads}", $"{isPlain}"))!;
        var reports = new MemoryStream();
        var first = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await child.StandardOutput.BaseStream.ReadAsync(buffer)) > 0;)
            {
                reports.Write(buffer, 0, read);
                if (reports.Length > sizeof(long))
                {
                    first.TrySetResult();
                }
            }

            first.TrySetResult();
        });
        await first.Task;
        await Task.Delay(random.Next(1, 120));
        child.Kill();
        await reading; // what the pipe holds was reported
        await child.WaitForExitAsync();
        Assert.True(reports.Length > 0, "The child never logged: " + await child.StandardError.ReadToEndAsync());

        var acknowledged = new HashSet<long>();
        for (var rest = reports.ToArray().AsSpan(); rest.Length >= sizeof(long); rest = rest[sizeof(long)..])
        {
            acknowledged.Add(BinaryPrimitives.ReadInt64LittleEndian(rest));
        }

        return new(acknowledged, LinesLeft.In(directory));
    }
}
