using System.Text.Json;
using AgentStepLog.CompilerServices;
using AgentStepLog.IntegrationTests.Tables;

namespace AgentStepLog.IntegrationTests.TypedSteps;

public sealed class TypedStepTests : IDisposable
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly string _directory = Directory.CreateTempSubdirectory("typed").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_step_has_the_arguments_and_the_result_as_what_they_are()
    {
        using var log = DiveLog.InMemory();

        await new Diver().LookAsync("Taghazout", s_at, "secret");

        var step = Assert.Single(log.Steps.OfType<DiveLog.LookStep>());
        Assert.Equal(("Taghazout", s_at, "Taghazout20266"), (step.Place, step.At, step.Output));
        Assert.Equal(("Look", StepRoute.Direct, true), (step.Tool, step.Route, step.Succeeded));
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_and_from_the_file_they_are_the_same()
    {
        string path;
        IReadOnlyList<Step> live;
        using (var log = DiveLog.Start(_directory, new() { LlmContent = CaptureMode.Full }))
        {
            await CallEverything(new Diver());
            live = log.Steps;
            log.Complete("done");
            path = log.Path!;
        }

        var read = DiveLog.Read(path).Steps;

        Assert.Equal(
            ["LookStep", "AllStep", "FailsStep", "PickStep", "PickStep2", "AskStep", "DiveStep"],
            read.OfType<CallStep>().OrderBy(s => Order(s)).Select(static s => s.GetType().Name));
        foreach (var (a, b) in live.OfType<CallStep>().Zip(read.OfType<CallStep>()))
        {
            if (a is DiveLog.AllStep all)
            {
                // A class of the user's without equality of its own: the rest of the step is compared without it.
                Assert.Equal(all.O.Name, ((DiveLog.AllStep)b).O.Name);
                Assert.Equal(all with { O = null! }, (DiveLog.AllStep)b with { O = null! });
            }
            else
            {
                Assert.Equal(a, b);
            }
        }
    }

    [Fact]
    public void Every_type_of_value_is_read_back()
    {
        using var log = DiveLog.InMemory();
        CallAll(new Diver());

        var step = Assert.Single(log.Steps.OfType<DiveLog.AllStep>());

        Assert.Equal((true, -5L, 0.1, 1.10m, 'x', Guid.Empty, TimeSpan.FromMinutes(90)), (step.A, step.B, step.C, step.D, step.E, step.F, step.G));
        Assert.Equal((Wind.Storm, Days.Sunday, (int?)null, (string?)null), (step.H, step.I, step.J, step.K));
        Assert.Equal([1, 2], step.L);
        Assert.Equal([[1], []], step.M);
        Assert.Equal(new Dictionary<string, string?> { ["7"] = "seven", ["8"] = null }, step.N);
        Assert.Equal(("strict", """{"x":1}""", "\"any\"", (1, "y"), new Uri("https://example.com/")), (step.O.Name, step.P.ToString(), step.Q.ToString(), step.R, step.S));
        Assert.Equal(Wind.Storm, step.Output);
    }

    [Theory]
    [InlineData(CaptureMode.None, null, null)]
    [InlineData(CaptureMode.Hash, null, null)]
    [InlineData(CaptureMode.Full, "why?", "to why?")]
    public void An_LLM_call_is_typed_whether_or_not_its_messages_are_captured(CaptureMode mode, string? question, string? answer)
    {
        using var log = DiveLog.InMemory(new() { LlmContent = mode });
        new Diver().Ask("why?");

        var step = Assert.Single(log.Steps.OfType<DiveLog.AskStep>());

        Assert.Equal((question, answer, 3L), (step.Question, step.Output?.Text, step.InputTokens));
    }

    [Fact]
    public void A_failed_call_has_no_output()
    {
        using var log = DiveLog.InMemory();

        Assert.Throws<InvalidOperationException>(() => new Diver().Fails(7));

        var step = Assert.Single(log.Steps.OfType<DiveLog.FailsStep>());
        Assert.Equal((7, (int?)null, "deep"), (step.N, step.Output, step.Error));
    }

    [Fact]
    public void What_was_not_captured_stays_untyped()
    {
        using var log = DiveLog.InMemory(new() { ToolContent = CaptureMode.Hash });

        new Diver().Pick(1);

        Assert.IsType<ToolCallStep>(Assert.Single(log.Steps.OfType<CallStep>()));
    }

    [Fact]
    public void Methods_of_other_types_stay_untyped()
    {
        using var log = DiveLog.InMemory();

        new Search().Find("x");

        Assert.IsType<ToolCallStep>(Assert.Single(log.Steps.OfType<CallStep>()));
    }

    private static async Task CallEverything(Diver diver)
    {
        await diver.LookAsync("a", s_at, "k");
        CallAll(diver);
        Assert.Throws<InvalidOperationException>(() => diver.Fails(7));
        diver.Pick(1);
        diver.Pick("n", 2);
        await diver.DiveAsync("dive");
    }

    private static void CallAll(Diver diver) => diver.All(
        true, -5, 0.1, 1.10m, 'x', Guid.Empty, TimeSpan.FromMinutes(90), Wind.Storm, Days.Sunday, null, null, [1, 2], [[1], []], new() { [7] = "seven", [8] = null },
        new Strict("strict"), JsonDocument.Parse("""{"x":1}""").RootElement, "any", (1, "y"), new Uri("https://example.com"));

    private static int Order(CallStep step) => Array.IndexOf(["Look", "All", "Fails", "Pick", "PickByName"], (step as ToolCallStep)?.Tool) switch
    {
        < 0 => step is LlmCallStep ? 10 : 11,
        var n => n,
    };
}
