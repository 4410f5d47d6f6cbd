using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace AgentStepLog.IntegrationTests.Differential;

/// <summary>
/// The wrapper changes nothing that a caller can see. The programs of this folder are compiled twice, with the generator and
/// without; each tells what it sees, and both must tell the same.
/// </summary>
public sealed class TransparencyTests
{
    public static TheoryData<string, string> Programs() =>
    [
        .. typeof(Plain.Machine).Assembly.GetTypes()
            .Where(static t => t.Namespace == typeof(Plain.Machine).Namespace && t.IsPublic && t != typeof(Plain.Machine) && t != typeof(Plain.Differences))
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly), static (t, m) => new TheoryDataRow<string, string>(t.Name, m.Name)),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_tells_the_same(string type, string program)
    {
        var plain = await Tell(Find(typeof(Plain.Machine), type, program));

        using var log = StepLog.InMemory();
        var recorded = await Tell(Find(typeof(Recorded.Machine), type, program));

        Assert.NotEmpty(plain);
        Assert.Equal(plain, recorded);
        Assert.NotEmpty(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(0, log.Health.Lost);
    }

    [Fact]
    public void Any_program_of_calls_in_calls_tells_the_same()
    {
        var (failed, canceled, streamed, steps) = (0, 0, 0, 0L);
        var shrink = ArbMap.Default.ArbFor<int[]>();
        Prop.ForAll(Arb.From(Gen.Choose(0, 9).ArrayOf(80), shrink.Shrinker), program =>
        {
            var plain = Tell(say => Plain.Machine.Run(program, say)).GetAwaiter().GetResult();
            using var log = StepLog.InMemory();
            var recorded = Tell(say => Recorded.Machine.Run(program, say)).GetAwaiter().GetResult();
            Assert.Equal(plain, recorded);
            failed += plain.Count(static l => l.Contains("InvalidOperation", StringComparison.Ordinal));
            canceled += plain.Count(static l => l.Contains("Canceled", StringComparison.Ordinal));
            streamed += plain.Count(static l => l.StartsWith("item", StringComparison.Ordinal));
            steps += log.Steps.OfType<ToolCallStep>().Count();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

        Assert.True(failed > 50 && canceled > 50 && streamed > 50 && steps > 1_000, $"{failed} failures, {canceled} cancellations, {streamed} items, {steps} steps");
    }

    private static Func<Action<string>, Task> Find(Type beside, string type, string program) =>
        beside.Assembly.GetType($"{beside.Namespace}.{type}", throwOnError: true)!.GetMethod(program)!.CreateDelegate<Func<Action<string>, Task>>();

    private static async Task<List<string>> Tell(Func<Action<string>, Task> program)
    {
        var lines = new List<string>();
        await program(line =>
        {
            lock (lines)
            {
                lines.Add(line);
            }
        });
        return lines;
    }
}
