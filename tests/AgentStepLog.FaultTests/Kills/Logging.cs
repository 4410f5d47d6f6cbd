using System.Buffers.Binary;
using System.Globalization;
using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Kills;

/// <summary>A child that logs until it is killed, and reports each step over a pipe once its call has returned.</summary>
internal static class Logging
{
    public static void Do(string subject, string directory, string threads, string isPlain)
    {
        try
        {
            Log(Subject.All[subject](directory), int.Parse(threads, CultureInfo.InvariantCulture), bool.Parse(isPlain));
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }
    }

    private static void Log(Subject subject, int threads, bool isPlain)
    {
        using var pipe = Console.OpenStandardOutput();
        var next = -1L;
        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Go) { IsBackground = true }).ToList();
        others.ForEach(static thread => thread.Start());
        Go();

        void Go()
        {
            Span<byte> report = stackalloc byte[sizeof(long)]; // less than a pipe takes at once or not at all
            while (true)
            {
                var label = Interlocked.Increment(ref next);
                subject.Log(label, !isPlain && label % 200 == 199 ? 40_000 : 200);
                BinaryPrimitives.WriteInt64LittleEndian(report, label);
                pipe.Write(report);
            }
        }
    }
}
