using System.Text;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Where in a line a known value is withheld, and where what only looks like it stays.</summary>
public sealed class KnownInLinesTests
{
    [Fact]
    public void The_formats_own_fields_and_names_of_tools_stay_whatever_a_value_looks_like()
    {
        using var log = StepLog.InMemory(new() { Agent = "clerk-7", Task = "clerk-7", SessionId = "session-1", Ids = StepIds.Sequential() });
        foreach (var value in new[] { "Refund", "manual", "call-4711", "tool_call", "clerk-7", log.RunId, "completed", "System.IO.IOException", "0000000000000001", "data", "input", "1000" })
        {
            log.Writer.Secrets.Known.Add("known", value);
        }

        using (var call = log.ToolCall("Refund", JsonText.Object(("by", JsonText.Of("Refund of clerk-7"))), "call-4711"))
        {
            call.Fail(new IOException("no clerk-7"));
        }

        log.Complete("clerk-7 is done");

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(("Refund", "call-4711", StepRoute.Manual, "System.IO.IOException"), (step.Tool, step.CallId, step.Route, step.ErrorType));
        Assert.Equal("""{"by":"[redacted:known] of [redacted:known]"}""", step.InputJson.ToString());
        Assert.Equal("no [redacted:known]", step.Error);
        Assert.Equal(["/input/by", "/input/by", "/error"], step.Withheld.Select(r => r.At));
        Assert.Equal("[redacted:known] is done", Assert.Single(log.Steps.OfType<RunEndStep>()).Answer.ToElement().GetString());
    }

    [Fact]
    public void A_number_is_withheld_as_a_whole_and_a_longer_one_stays()
    {
        using var log = StepLog.InMemory();
        log.Writer.Secrets.Known.Add("pin", "1234");

        log.Record(new EventStep { Name = "e", Data = JsonText.Parse("""{"a":1234,"b":12345,"c":-1234,"d":1234.5,"e":[1234,0],"f":"1234","g":"{\"pin\":1234,\"n\":91234}"}""") });

        Assert.Equal(
            """{"a":"[redacted:pin]","b":12345,"c":"[redacted:pin]","d":1234.5,"e":["[redacted:pin]",0],"f":"[redacted:pin]","g":"{\"pin\":\"[redacted:pin]\",\"n\":91234}"}""",
            JsonText.Parse(Assert.Single(log.Steps.OfType<EventStep>()).Data.ToString()).ToString().Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_goes_as_a_whole_and_the_names_that_messages_have_stay()
    {
        using var log = StepLog.InMemory();
        foreach (var value in new[] { "DE89370400440532013000", "text", "user", "Anna" })
        {
            log.Writer.Secrets.Known.Add("known", value);
        }

        log.Record(new EventStep { Name = "e", Data = JsonText.Parse("""{"DE89370400440532013000":1,"text":2,"user_name":3,"Anna":4,"to DE89370400440532013000":5,"j":"{\"text\":\"Anna\"}"}""") });

        Assert.Equal(
            """{"[redacted-key-1]":1,"text":2,"user_name":3,"[redacted-key-2]":4,"[redacted-key-3]":5,"j":"{\"text\":\"[redacted:known]\"}"}""",
            Assert.Single(log.Steps.OfType<EventStep>()).Data.ToString().Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_that_was_found_by_what_stands_before_it_is_found_without_that_afterwards()
    {
        using var log = StepLog.InMemory();
        log.Record(new EventStep { Name = "e", Data = JsonText.Of("x-api-key: 0123456789abcdef0123456789abcdef") });
        log.Record(new EventStep { Name = "e", Data = JsonText.Of("it was 0123456789abcdef0123456789abcdef") });

        Assert.Equal("it was [redacted:authorization]", log.Steps.OfType<EventStep>().Last().Data.ToElement().GetString());
    }

    [Fact]
    public void A_value_in_pieces_of_a_list_is_found_if_it_is_long()
    {
        using var log = StepLog.InMemory();
        log.Writer.Secrets.Known.Add("iban", "DE89 3704");
        log.Writer.Secrets.Known.Add("pin", "1234");

        log.Record(new EventStep { Name = "e", Data = JsonText.Parse("""{"words":["my DE","89"," 37","04!"],"pins":["12","34"]}""") });

        Assert.Equal("""{"words":["my [redacted:iban]","[redacted:iban]","[redacted:iban]","[redacted:iban]!"],"pins":["12","34"]}""", Assert.Single(log.Steps.OfType<EventStep>()).Data.ToString());
    }

    [Fact]
    public async Task What_one_thread_has_told_the_run_no_other_writes_afterwards()
    {
        using var log = StepLog.InMemory(new() { KeepSteps = 0 });
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 400; i++)
            {
                var value = $"secret-{thread}-{i}-{random.Next()}";
                log.Writer.Secrets.Known.Add("k", value);
                told.Enqueue(value);
                log.Record(new EventStep { Name = "e", Data = JsonText.Of(string.Join(" and \n", told.TakeLast(3))) });
            }
        })));

        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.Equal(3200, told.Count);
        Assert.Equal(3200, log.Health.WithheldValues);
        Assert.DoesNotContain("secret-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Health_tells_no_known_value_of_what_a_subscriber_threw()
    {
        var log = StepLog.InMemory();
        log.Writer.Secrets.Known.Add("card", "4111222233334444");
        log.Subscribe("event", _ => throw new InvalidOperationException("card 4111222233334444"));
        log.Record(new EventStep { Name = "e" });
        log.Dispose();

        Assert.Equal("System.InvalidOperationException: card [redacted:card]", log.Health.LastSubscriberFailure);
    }
}
