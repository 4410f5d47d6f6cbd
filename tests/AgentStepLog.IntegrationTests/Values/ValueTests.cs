using System.Text.Json;

namespace AgentStepLog.IntegrationTests.Values;

/// <summary>What generated code writes for inputs and outputs, byte by byte.</summary>
public sealed class ValueTests
{
    [AgentTool]
    internal static Spot Visit(Spot spot, Mood? mood, [Sensitive] string key, IServiceProvider services, CancellationToken cancellation) => spot;

    [AgentTool]
    internal static Guid Scalars(bool b, char c, decimal d, double x, TimeSpan t, DateTimeOffset at, Uri uri, Int128 big, byte[] bytes, params string?[] words) => Guid.Empty;

    [AgentTool]
    internal static void Nothing()
    {
    }

    [AgentTool]
    [return: Sensitive("answer")]
    internal static string Secret(IEnumerable<int> lazy) => "secret";

    [Fact]
    public void Object_is_written_by_its_members()
    {
        using var log = StepLog.InMemory();
        var spot = new Spot("Anchor Point", "Jane")
        {
            Position = (30.5, -9.7),
            Heights = [1, null],
            Days = { [Mood.Wild] = new DateOnly(2026, 11, 21) },
            Tag = "free",
            Raw = JsonDocument.Parse("""{"a":[1]}""").RootElement,
            Image = [1, 2, 3],
        };
        spot.Next = spot;

        Visit(spot, Mood.Wild, "k", null!, TestContext.Current.CancellationToken);

        var step = Only(log);
        const string Expected = """
            {"name":"Anchor Point","owner":"[redacted:person]","lat_long":{"lat":30.5,"long":-9.7},"mood":"Calm","next":"[cycle]","heights":[1,null],"days":{"very wild":"2026-11-21"},"tag":"free","raw":{"a":[1]},"image":"AQID","broken":"[unreadable:System.IO.InvalidDataException]","source":"[not recorded:System.IO.Stream]"}
            """;
        Assert.Equal($$"""{"spot":{{Expected}},"mood":"very wild","key":"[redacted:sensitive]"}""", step.InputJson.ToString());
        Assert.Equal(Expected, step.OutputJson.ToString());
        Assert.Equal(["/input/spot/owner", "/input/key", "/output/owner"], step.Withheld.Select(r => r.At));
    }

    [Fact]
    public void Scalars_are_written_as_one_value_each()
    {
        using var log = StepLog.InMemory();

        Scalars(true, 'x', 1.50m, double.NaN, TimeSpan.FromMinutes(90), new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1)), new("https://a.example/?q=1"), Int128.MaxValue, [255], "a", null);

        var step = Only(log);
        Assert.Equal(
            """{"b":true,"c":"x","d":1.50,"x":"NaN","t":"01:30:00","at":"2026-11-21T09:00:00+01:00","uri":"https://a.example/?q=1","big":170141183460469231731687303715884105727,"bytes":"/w==","words":["a",null]}""",
            step.InputJson.ToString());
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", step.OutputJson.ToString());
    }

    [Fact]
    public void Call_without_arguments_has_an_empty_input()
    {
        using var log = StepLog.InMemory();

        Nothing();

        Assert.Equal("{}", Only(log).InputJson.ToString());
        Assert.True(Only(log).OutputJson.IsAbsent);
    }

    [Fact]
    public void Lazy_sequence_is_not_enumerated_and_a_sensitive_result_is_withheld()
    {
        using var log = StepLog.InMemory();

        Secret(Enumerable.Range(0, 3).Select(n => n > 9 ? n : throw new InvalidOperationException("Enumerated.")));

        Assert.Equal("""{"lazy":"[not enumerated]"}""", Only(log).InputJson.ToString());
        Assert.Equal("\"[redacted:answer]\"", Only(log).OutputJson.ToString());
    }

    private static ToolCallStep Only(StepLog log) => Assert.Single(log.Steps.OfType<ToolCallStep>());
}
