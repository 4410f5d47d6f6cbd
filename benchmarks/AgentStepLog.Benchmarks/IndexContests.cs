using System.Text;
using System.Text.Json;
using AgentStepLog.Benchmarks.Tools;
using AgentStepLog.Benchmarks.Workloads;
using AgentStepLog.Json;

namespace AgentStepLog.Benchmarks;

/// <summary>A model's arguments, checked and indexed by our own pass and by the framework's, and the whole table call of which that is a part.</summary>
internal static class IndexContests
{
    private const int Calls = 50_000;
    private const int Turns = 21;
    private const int MaxDepth = 64;
    private const long MaxValues = 10_001;

    public static IEnumerable<Contest> All => BenchCall.All.Select(static call =>
    {
        var (json, index, other, tool) = (Encoding.UTF8.GetBytes(call.Json), new JsonIndex(), new ReaderIndex(), OurTools.Create(call));
        return new Contest(
            $"Arguments checked and indexed: {call.Title}",
            Calls,
            Turns,
            new("JsonDocument.Parse", count => Repeat(count, () => Document(json))),
            new("Utf8JsonReader into our tokens", count => Repeat(count, () => (long)other.Read(json, MaxDepth, MaxValues))),
            new("JsonIndex", count => Repeat(count, () => (long)index.Read(json, MaxDepth, MaxValues))),
            new("the whole call", count => Repeat(count, () => OurTools.Invoke(tool, call.Json).Length)));
    });

    private static long Document(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return (long)document.RootElement.ValueKind;
    }

    private static long Repeat(int count, Func<long> call)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += call();
        }

        return sum;
    }
}
