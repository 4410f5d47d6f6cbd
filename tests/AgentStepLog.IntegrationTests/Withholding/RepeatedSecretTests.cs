using System.Text;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>What is marked as sensitive is withheld where the call's own error and notes repeat it.</summary>
public sealed class RepeatedSecretTests
{
    private const string Card = "4111222233334444";

    private readonly StepLog _log = StepLog.InMemory();
    private readonly Till _till = new();

    [Fact]
    public void A_message_is_recorded_without_the_argument_and_the_exception_keeps_it()
    {
        using var _ = _log;

        var thrown = Assert.Throws<InvalidOperationException>(() => _till.ChargeOnce(Card));

        Assert.Equal($"card {Card} declined", thrown.Message);
        var step = Step();
        Assert.Equal("card [redacted:card] declined", step.Error);
        Assert.Equal(["/input/card", "/error"], step.Withheld.Select(r => r.At));
        Assert.All(step.Withheld, r => Assert.Equal("card", r.Kind));
    }

    [Fact]
    public async Task So_it_is_for_tasks_for_streams_for_calls_by_a_model_and_for_methods_that_record_themselves()
    {
        using var _ = _log;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _till.ChargeAsync(Card));
        Assert.Throws<InvalidOperationException>(() => _till.ChargeOwn(Card));
        var stream = _till.ChargesAsync(Card);
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.GetAsyncEnumerator(CancellationToken.None).MoveToEndAsync());
        }

        await _till.AgentTools().InvokeAsync("ChargeOnce", $$"""{"card":"{{Card}}"}""", cancellationToken: CancellationToken.None);

        Assert.Equal(5, _log.Steps.OfType<ToolCallStep>().Count());
        Assert.All(_log.Steps.OfType<ToolCallStep>(), step => Assert.Equal("card [redacted:card] declined", step.Error));
        NothingEscaped();
    }

    [Fact]
    public void A_marked_member_of_an_argument_is_found_each_time_it_is_repeated()
    {
        using var _ = _log;

        Assert.Throws<InvalidOperationException>(() => _till.ChargeCard(new("Ada", Card)));

        Assert.Equal("Ada: card [redacted:card] declined, [redacted:card]!", Step().Error);
        Assert.Equal(["/input/card/number", "/error", "/error"], Step().Withheld.Select(r => r.At), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Numbers_and_ids_are_found_by_the_text_that_a_line_would_have_held()
    {
        using var _ = _log;
        var id = Guid.NewGuid();

        Assert.Throws<InvalidOperationException>(() => _till.ChargeNumber(4111222233334444, id));

        Assert.Equal("card [redacted:card] of [redacted:id] declined", Step().Error);
    }

    [Fact]
    public void Notes_of_a_call_that_succeeds_are_looked_through_too()
    {
        using var _ = _log;

        _till.Note(Card);

        Assert.Equal(["asked", "card [redacted:card] accepted"], Step().Notes);
        Assert.Equal(["/input/card", "/notes/1"], Step().Withheld.Select(r => r.At));
    }

    [Fact]
    public void A_long_message_is_looked_through_before_it_is_cut_and_as_a_whole()
    {
        using var _ = _log;
        var filler = new string('.', 4090);

        Assert.Throws<IOException>(() => _till.Charge(Card, card => new IOException(filler + card + filler + card)));

        Assert.Equal($"{filler}[redacted:card]{filler}[redacted:card]", Step().Error);
        Assert.Contains(filler + "[redac\",\"error_blob\":", Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
        Assert.Equal(["/input/card", "/error_blob", "/error_blob"], Step().Withheld.Select(r => r.At));
        NothingEscaped();
    }

    [Fact]
    public void Inner_exceptions_that_their_message_tells_and_frames_are_looked_through()
    {
        using var _ = _log;

        Assert.Throws<AggregateException>(() => _till.Charge(Card, card => new AggregateException("all", new IOException(card), new TracedException("x"))));
        Assert.Throws<TracedException>(() => _till.Charge(Card, card => new TracedException($"   at Acme.Bank.Charge({card})")));

        Assert.Equal("all ([redacted:card]) (traced)", _log.Steps.OfType<ToolCallStep>().First().Error);
        Assert.Equal("Acme.Bank.Charge([redacted:card])", Assert.Single(_log.Steps.OfType<ToolCallStep>().Last().ErrorFrames));
    }

    [Fact]
    public void Calls_around_it_and_the_run_that_fail_with_it_do_not_tell_it_either()
    {
        using (_log)
        {
            var thrown = Assert.Throws<IOException>(() => _till.Shop("buy", () => _till.ChargeOnce(Card)));
            _log.Fail(thrown);
        }

        Assert.Equal("shopping: card [redacted:card] declined", _log.Steps.OfType<AgentCallStep>().Single().Error);
        Assert.Equal("shopping: card [redacted:card] declined", _log.Steps.OfType<RunEndStep>().Single().Error);
        NothingEscaped();
    }

    [Fact]
    public void Causes_do_not_tell_it_however_deep_it_stands_nor_those_of_the_calls_and_the_run_around()
    {
        using (_log)
        {
            var thrown = Assert.Throws<IOException>(() => _till.Shop("buy", () => _till.ChargeWithin(Card)));
            _log.Fail(new AggregateException(thrown, new TimeoutException("slow")));
        }

        string[] expected = ["refused", "no [redacted:card]!", "[redacted:card]", "deepest"];
        Assert.Equal(expected[1..], _log.Steps.OfType<ToolCallStep>().Single().ErrorCauses.Select(c => c.Message));
        Assert.Equal(["/input/card", "/error_causes/0/message", "/error_causes/1/message"], _log.Steps.OfType<ToolCallStep>().Single().Withheld.Select(r => r.At));
        Assert.Equal(expected, _log.Steps.OfType<AgentCallStep>().Single().ErrorCauses.Select(c => c.Message));
        var end = _log.Steps.OfType<RunEndStep>().Single();
        Assert.Equal(["shopping: refused", "refused", "no [redacted:card]!", "deepest", "slow"], end.ErrorCauses.Select(c => c.Message));
        Assert.Equal([1, 2, 3, 5, 1], end.ErrorCauses.Select(c => c.Depth));
        NothingEscaped();
    }

    [Fact]
    public void A_long_message_within_ends_before_a_value_that_it_would_tear()
    {
        using var _ = _log;
        var filler = new string('.', 2040);

        Assert.Throws<IOException>(() => _till.Charge(Card, card => new IOException("outer", new IOException($"{card}{filler[16..]}{card}"))));

        Assert.Equal("[redacted:card]" + filler[16..], Assert.Single(Step().ErrorCauses).Message);
        Assert.Equal(["/input/card", "/error_causes/0/message"], Step().Withheld.Select(r => r.At));
        NothingEscaped();
    }

    [Theory]
    [InlineData("message")]
    [InlineData("depth")]
    [InlineData("type")]
    [InlineData("error_causes")]
    [InlineData("System.IO.IOException")]
    public void A_value_that_is_a_word_of_the_format_takes_nothing_of_it(string secret)
    {
        using var _ = _log;

        Assert.Throws<IOException>(() => _till.Charge(secret, s => new IOException("outer", new IOException($"<{s}>"))));

        Assert.Equal(new ErrorCause { Depth = 1, Type = "System.IO.IOException", Message = "<[redacted:card]>" }, Assert.Single(Step().ErrorCauses));
    }

    [Fact]
    public async Task What_a_service_or_a_getter_failed_with_tells_nothing_either()
    {
        using var _ = _log;
        var services = new CashRegister(() => _till.Shop("open", () => _till.ChargeOnce(Card)));

        var refused = await _till.AgentTools().InvokeAsync("Open", "{}", new ToolCallOptions { Services = services }, TestContext.Current.CancellationToken);
        var unread = await new Till { Kept = Card }.AgentTools().InvokeAsync("Receipt", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.All([refused, unread], result => Assert.True(result.IsError));
        var steps = _log.Steps.OfType<ToolCallStep>().Where(s => s.Tool is "Open" or "Receipt").ToList();
        Assert.Equal(["shopping: card [redacted:card] declined", "card [redacted:card] declined"], steps[0].ErrorCauses.Select(c => c.Message));
        Assert.Equal("card [redacted:card] declined", Assert.Single(steps[1].ErrorCauses).Message);
        NothingEscaped();
    }

    [Fact]
    public void What_is_shorter_than_four_characters_stays()
    {
        using var _ = _log;

        Assert.Throws<InvalidOperationException>(() => _till.ChargeOnce("ard"));
        Assert.Throws<InvalidOperationException>(() => _till.ChargeOnce("ards"));

        Assert.Equal(["card ard declined", "card [redacted:card] declined"], _log.Steps.OfType<ToolCallStep>().Select(s => s.Error));
    }

    [Theory]
    [InlineData("a+b\"c\\\n<é\U0001F600")]
    [InlineData("error")]
    [InlineData("notes")]
    [InlineData("System")]
    [InlineData("u002B")]
    [InlineData("\\u00")]
    public void Any_text_is_found_and_nothing_else_is_torn(string secret)
    {
        using var _ = _log;

        Assert.Throws<IOException>(() => _till.Charge(secret, s => new IOException($"+ {s} {s} <\u2028>")));

        Assert.Equal("+ [redacted:card] [redacted:card] <\u2028>", Step().Error);
        Assert.Equal("System.IO.IOException", Step().ErrorType);
    }

    [Fact]
    public void A_token_that_holds_the_value_goes_as_a_whole()
    {
        using var _ = _log;

        Assert.Throws<IOException>(() => _till.Charge("uvwxyz0123", s => new IOException($"key ghp_abcdefghijklmnopqrst{s}456789 {s}")));

        Assert.Equal("key [redacted:github-token] [redacted:card]", Step().Error);
    }

    [Fact]
    public void With_a_key_ring_each_place_can_be_confirmed()
    {
        var folder = Directory.CreateTempSubdirectory("ring").FullName;
        var ring = KeyRing.Create(Path.Combine(folder, "keys.json"));
        using (var log = StepLog.InMemory(new() { KeyRing = ring, Subject = "ada l." }))
        {
            Assert.Throws<InvalidOperationException>(() => _till.ChargeOnce(Card));

            var redacted = Assert.Single(log.Steps.OfType<ToolCallStep>()).Withheld;
            Assert.Equal(["/input/card", "/error"], redacted.Select(r => r.At));
            Assert.All(redacted, r => Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, r, JsonText.Of(Card))));
        }

        _log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_unmarked_result_and_a_call_whose_input_is_not_looked_at_do_not_tell_what_the_run_withheld_before()
    {
        using var _ = _log;
        _till.Echo(Card);
        Assert.Throws<InvalidOperationException>(() => _till.ChargeHashed(Card));
        Assert.Throws<InvalidOperationException>(() => _till.ChargeUnseen(Card));

        var steps = _log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal("\"[redacted:card]\"", steps[0].OutputJson.ToString());
        Assert.Equal("card [redacted:card] declined", steps[1].Error);
        Assert.Equal("card [redacted:card] declined", steps[2].Error);
    }

    // What is said of it in the documentation: the limit.
    [Fact]
    public void A_call_whose_input_is_not_looked_at_tells_what_the_run_never_withheld()
    {
        using var _ = _log;
        Assert.Throws<InvalidOperationException>(() => _till.ChargeUnseen(Card));

        Assert.Equal($"card {Card} declined", Step().Error);
    }

    [Fact]
    public void An_exception_that_leaves_one_run_does_not_tell_another_what_it_was_given()
    {
        Exception thrown;
        using (StepLog.InMemory())
        {
            thrown = Assert.Throws<InvalidOperationException>(() => _till.ChargeOnce(Card));
        }

        using (_log)
        {
            Assert.Throws<IOException>(() => _till.Shop("buy", () => throw thrown));
        }

        Assert.Equal("shopping: card [redacted:card] declined", _log.Steps.OfType<AgentCallStep>().Single().Error);
        NothingEscaped();
    }

    private ToolCallStep Step() => Assert.Single(_log.Steps.OfType<ToolCallStep>());

    private void NothingEscaped() => Assert.DoesNotContain(Card, Encoding.UTF8.GetString(_log.ToArray()), StringComparison.Ordinal);
}

file static class Streams
{
    internal static async Task MoveToEndAsync<T>(this IAsyncEnumerator<T> items)
    {
        while (await items.MoveNextAsync())
        {
        }
    }
}
