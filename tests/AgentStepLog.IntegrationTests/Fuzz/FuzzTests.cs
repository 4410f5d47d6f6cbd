using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Fuzz;

/// <summary>
/// Arguments made from the tools' schemas, and then spoilt. The same ones in each run; <c>AGENTSTEPLOG_FUZZ=100000</c> makes that many
/// rounds from a seed of its own, which a failure names.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 20261121;
    private const int Rounds = 600;
    private const int RoundsPerLog = 100;

    private static readonly ToolTable s_strict = FuzzToolsAgentTools.AgentTools();
    private static readonly ToolTable s_lenient = s_strict.With(new() { Lenient = true });

    [Fact]
    public async Task What_a_schema_allows_is_taken_and_what_is_spoilt_is_an_error_with_one_record()
    {
        var more = Environment.GetEnvironmentVariable("AGENTSTEPLOG_FUZZ");
        var (rounds, seed) = more is null ? (Rounds, Seed) : (int.Parse(more, CultureInfo.InvariantCulture), Environment.TickCount);
        var outcomes = (Taken: 0, Refused: 0, Coerced: 0);
        for (var first = 0; first < rounds; first += RoundsPerLog)
        {
            using var log = StepLog.InMemory();
            var calls = 0;
            for (var round = first; round < Math.Min(rounds, first + RoundsPerLog); round++)
            {
                var random = new Random(seed + round);
                var tool = s_strict[random.Next(s_strict.Count)];
                var value = new SchemaSample(random, tool.SchemaElement).Value();
                var good = value!.ToJsonString();
                var taken = await Call(s_strict, tool.Name, good, bytes: round % 2 == 0);
                Assert.False(taken.IsError, $"seed {seed + round}: {tool.Name} {good}: {taken.Content}");
                var spoilt = new Mutation(random).Of(value);
                var strict = await Call(s_strict, tool.Name, spoilt, bytes: round % 3 == 0);
                var lenient = await Call(s_lenient, tool.Name, spoilt, bytes: round % 3 == 1);
                Checked(strict, tool.Name, spoilt, seed + round);
                Checked(lenient, tool.Name, spoilt, seed + round);
                Assert.False(lenient.IsError && !strict.IsError, $"seed {seed + round}: {tool.Name} {spoilt}: {lenient.Content}");
                calls += 3;
                outcomes.Refused += strict.IsError ? 1 : 0;
                outcomes.Taken += strict.IsError ? 0 : 1;
                outcomes.Coerced += strict.IsError && !lenient.IsError ? 1 : 0;
            }

            log.Complete();
            var steps = log.Steps.OfType<ToolCallStep>().ToList();
            Assert.Equal(calls, steps.Count);
            Assert.All(steps, step => Assert.Equal(StepRoute.Table, step.Route));
            Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
        }

        Assert.True(outcomes is { Refused: > 100, Taken: > 20, Coerced: > 5 }, $"{outcomes} of {rounds}");
    }

    private static async Task<ToolResult> Call(ToolTable tools, string tool, string json, bool bytes) => bytes && !json.Any(char.IsSurrogate)
        ? await tools.InvokeAsync(tool, Encoding.UTF8.GetBytes(json), cancellationToken: TestContext.Current.CancellationToken)
        : await tools.InvokeAsync(tool, json, cancellationToken: TestContext.Current.CancellationToken);

    private static void Checked(ToolResult result, string tool, string json, int seed)
    {
        var what = $"seed {seed}: {tool} {json}: {result.Content}";
        if (!result.IsError)
        {
            Assert.True(result.Exception is null, what);
            return;
        }

        Assert.True(result.Exception is ToolArgumentException, what);
        Assert.True(result.Content.StartsWith($"Invalid arguments for {tool}:\n- ", StringComparison.Ordinal) && result.Content.Length < 20_000, what);
        Assert.True(result.Content.Split('\n').Skip(1).All(line => line.StartsWith("- ", StringComparison.Ordinal)), what);
        Assert.False(s_leaks.Any(leak => result.Content.Contains(leak, StringComparison.Ordinal)), what);
        try
        {
            Assert.False(ToldPath.Lost(result.Content, json).Any(), what);
        }
        catch (JsonException)
        {
            Assert.True(result.Content.Contains("- not valid JSON: ", StringComparison.Ordinal) || result.Content.Contains("- nested too deep: ", StringComparison.Ordinal), what);
        }
        catch (ArgumentException)
        {
            Assert.Contains("- no valid text: ", result.Content, StringComparison.Ordinal);
        }
    }

    // Of the framework's own messages.
    private static readonly string[] s_leaks = ["LineNumber", "BytePosition", "JsonReader", "JsonElement", "(Parameter '", "System.", "requested operation", "not accepted"];
}
