using AgentStepLog.Tests.Capture;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>The room for values that a run knows belongs to those that are marked: what is found by its form or shape, in any number, does not take it.</summary>
public sealed class KnownRoomTests
{
    [Fact]
    public void After_200_000_addresses_a_marked_value_is_still_withheld_where_it_comes_again()
    {
        using var log = StepLog.InMemory(new() { KeepSteps = 2, Withholding = new() { PersonalData = PersonalData.All } });
        for (var i = 0; i < 200; i++)
        {
            log.Record(new EventStep { Name = "mails", Data = JsonText.Parse($"[{string.Join(',', Enumerable.Range(0, 1000).Select(n => $"\"n{n}-{i}@example.com\""))}]") });
        }

        AssertKnows(log);
        Assert.Equal(1, log.Health.WithheldValues);
    }

    [Fact]
    public void After_more_tokens_than_a_run_keeps_a_marked_value_is_still_withheld_where_it_comes_again()
    {
        using var log = StepLog.InMemory(new() { WithheldValueLimit = 100 });
        for (var i = 0; i < 1000; i++)
        {
            log.Record(new EventStep { Name = "token", Data = JsonText.Of($"x-api-key: {i:d4}456789abcdef0123456789abcdef") });
        }

        Assert.Equal((50, 950L), (log.Health.WithheldValues, log.Health.WithheldValuesLeftOut));
        AssertKnows(log);
    }

    [Fact]
    public void Long_tokens_take_half_of_the_bytes_at_most()
    {
        using var log = StepLog.InMemory();
        for (var i = 0; i < 5; i++)
        {
            log.Writer.Secrets.Known.Add("jwt", i + new string('x', KnownValues.MaxBytes / 4), isGuess: true);
        }

        Assert.Equal((1, 4L), (log.Health.WithheldValues, log.Health.WithheldValuesLeftOut));
        AssertKnows(log);
    }

    [Theory]
    [InlineData("Server=db;User ID=sa;Password=p4ssword;", "it was [redacted:connection-password]", "p4ssword")]
    [InlineData("https://jane:p4ssword@example.com/", "it was [redacted:url-userinfo]", "jane:p4ssword")]
    public void Personal_data_that_what_stands_around_it_told_is_withheld_without_that(string text, string expected, string again)
    {
        using var log = StepLog.InMemory(new() { Withholding = new() { PersonalData = PersonalData.All } });
        log.Record(new EventStep { Name = "first", Data = JsonText.Of(text) });
        log.Record(new EventStep { Name = "second", Data = JsonText.Of("it was " + again) });

        Assert.Equal(expected, log.Steps.OfType<EventStep>().Last().Data.ToElement().GetString());
    }

    private static void AssertKnows(StepLog log)
    {
        Calls.Value(Calls.Echo, "hunter22", static (w, v) => w.Withhold("password", v, static p => p), static () => "hunter22");
        log.Record(new EventStep { Name = "again", Data = JsonText.Of("it was hunter22") });

        Assert.Equal("it was [redacted:password]", log.Steps.OfType<EventStep>().Last().Data.ToElement().GetString());
    }
}
