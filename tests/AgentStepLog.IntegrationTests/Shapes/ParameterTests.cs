namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>Every kind of parameter, and results that are references or spans: handed on as they are, and recorded.</summary>
public sealed class ParameterTests
{
    private static ToolCallStep Record(Action call)
    {
        using var log = StepLog.InMemory();
        call();
        return Assert.Single(log.Steps.OfType<ToolCallStep>());
    }

    private static void Said(ToolCallStep step, string input, string? output)
    {
        Assert.Equal(input, step.InputJson.ToString());
        Assert.Equal(output, step.OutputJson.IsAbsent ? null : step.OutputJson.ToString());
    }

    [Fact]
    public void Out_parameters_stand_in_the_output()
    {
        var step = Record(static () =>
        {
            Assert.True(new Parameters().TryParse("abc", out var value, out var rest));
            Assert.Equal((3, "bc"), (value, rest));
        });
        Said(step, """{"text":"abc"}""", """{"return":true,"value":3,"rest":"bc"}""");
    }

    [Fact]
    public void Ref_parameters_stand_in_both_as_they_were_and_as_they_are()
    {
        var position = 1;
        var limit = 10;
        var step = Record(() => new Parameters().Advance(ref position, 4, in limit));
        Assert.Equal(5, position);
        Said(step, """{"position":1,"step":4,"limit":10}""", """{"position":5}""");
    }

    [Fact]
    public void A_returned_reference_is_the_callees_own()
    {
        var subject = new Parameters();
        var step = Record(() => subject.Cell(1) = 20);
        Assert.Equal([1, 20, 3], subject.Cells);
        Said(step, """{"index":1}""", "2");

        var index = 2;
        step = Record(() =>
        {
            ref readonly var frozen = ref subject.Frozen(ref index);
            subject.Cells[2] = 30;
            Assert.Equal(30, frozen);
        });
        Assert.Equal(3, index);
        Said(step, """{"index":2}""", """{"return":3,"index":3}""");

        var (a, b) = (1.5, 2.5);
        step = Record(() => subject.CallLarger(ref a, ref b) = 9);
        Assert.Equal((1.5, 9), (a, b));
        Said(step, """{"a":1.5,"b":2.5}""", """{"return":2.5,"a":1.5,"b":2.5}""");
    }

    [Fact]
    public void Spans_are_recorded_by_a_copy_and_handed_on_themselves()
    {
        var all = new[] { 1, 2, 3 };
        var step = Record(() => new Parameters().Tail(all, "ab")[0] = 30);
        Assert.Equal([1, 2, 30], all);
        Said(step, """{"all":[1,2,3],"name":"ab"}""", "[3]");

        step = Record(() =>
        {
            ReadOnlySpan<byte> bytes = [1, 2, 3];
            Assert.Equal(2, new Parameters().Lasting(ref bytes));
            Assert.Equal(2, bytes[0]);
        });
        Said(step, """{"bytes":"AQID"}""", """{"return":2,"bytes":"AgM="}""");
    }

    [Fact]
    public void Params_of_every_kind()
    {
        Said(Record(static () => Assert.Equal(7, new Parameters().Total("a", 1, 2, 3))), """{"name":"a","numbers":[1,2,3]}""", "7");
        Said(Record(static () => new Parameters().Total("a")), """{"name":"a","numbers":[]}""", "1");
        Said(Record(static () => new Parameters().Listed(1, 2)), """{"numbers":[1,2]}""", "2");
        Said(Record(static () => new Parameters().Sequenced("a", "b")), """{"words":["a","b"]}""", "2");
    }

    [Theory]
    [InlineData(Mode.Return)]
    [InlineData(Mode.ReturnLater)]
    [InlineData(Mode.ThrowLater)]
    [InlineData(Mode.CancelLater)]
    public async Task Out_values_of_an_asynchronous_call_are_those_at_its_return(Mode mode)
    {
        var subject = new Parameters();
        var ticket = 0;
        var succeeds = mode is Mode.Return or Mode.ReturnLater;
        await Check(() => subject.BeginAsync(mode, out ticket), succeeds ? """{"return":42,"ticket":7}""" : null, 7);
        await Check(() => subject.FlushAsync(mode, out ticket), """{"ticket":8}""", 8);
        await Check(() => subject.RentAsync(mode, ref ticket).AsTask(), succeeds ? """{"return":42,"ticket":9}""" : null, 9);

        async Task Check(Func<Task> call, string? output, int expected)
        {
            using var log = StepLog.InMemory();
            Work.Watch();
            var task = call();
            Assert.Equal(expected, ticket);
            ticket = 8;
            await task.ContinueWith(static _ => { }, TaskScheduler.Default);
            var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
            Assert.Equal(output, step.OutputJson.IsAbsent ? null : step.OutputJson.ToString());
            Assert.Equal(succeeds, step.Error is null);
        }
    }

    [Fact]
    public void What_was_assigned_before_an_exception_is_seen_as_without_a_record()
    {
        var value = 0;
        var step = Record(() => Assert.Throws<InvalidDataException>(() => new Parameters().Failing(out value)));
        Assert.Equal(5, value);
        Said(step, "{}", null);
    }

    [Fact]
    public void What_the_compiler_fills_in_is_filled_in_at_the_call()
    {
        var text = "x";
        var expected = $"x {nameof(What_the_compiler_fills_in_is_filled_in_at_the_call)} True text";
        var step = Record(() => Assert.Equal(expected, new Parameters().Caller(text)));
        Assert.Equal("text", step.InputJson.ToElement().GetProperty("of").GetString());
        Said(Record(static () => Assert.Equal("123", new Parameters().Order(1))), """{"a":1,"b":2,"c":3}""", "\"123\"");
        Said(Record(static () => Assert.Equal("125", new Parameters().Order(c: 5, a: 1))), """{"a":1,"b":2,"c":5}""", "\"125\"");
    }

    [Fact]
    public void Dynamic_tuples_tokens_and_odd_names()
    {
        Said(Record(static () => Assert.Equal(3, (int)new Parameters().Late("abc", [1, "b"]).Length)), """{"value":"abc","more":[1,"b"]}""", "\"abc\"");
        using var canceled = new CancellationTokenSource();
        var step = Record(() => Assert.Equal((3, "cancel"), new Parameters().Pair((1, 2), 3, default, canceled.Token)));
        Said(step, """{"of":{"left":1,"right":2},"address":3}""", """{"sum":3,"text":"cancel"}""");
        Said(Record(static () => new Parameters().@class(1, "ab")), """{"event":1,"größe":"ab"}""", "3");
        Said(Record(static () => new Parameters().Counted<ReadOnlySpan<int>>([1])), """{"item":"[not recorded:TItem]"}""", "1");
    }
}
