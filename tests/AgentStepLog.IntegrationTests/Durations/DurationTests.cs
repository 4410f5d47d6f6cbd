namespace AgentStepLog.IntegrationTests.Durations;

/// <summary>The time of a call is that of the user's method: what it takes to record arguments and results is not in it.</summary>
public sealed class DurationTests : IDisposable
{
    private readonly Slow _slow = new();
    private readonly Heavy _value = new();
    private readonly StepLog _log;

    public DurationTests()
    {
        HandClock.Here = new();
        _log = StepLog.InMemory(new() { TimeProvider = HandClock.Here, LlmContent = CaptureMode.Full });
    }

    public static TheoryData<string> Shapes() =>
    [
        "Nothing", "Value", "Throws", "Out", "TaskOut", "TaskOf", "TaskOfValue", "TaskThrows", "TaskAtOnce", "ValueTaskAtOnce", "ValueTaskOfValue",
        "Many", "Lazy", "Before", "Stream", "Bytes", "Model", "Agent", "Owned",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_call_takes_as_long_as_its_method(string shape)
    {
        await Call(shape);

        var call = Assert.Single(_log.Steps.OfType<CallStep>());
        Assert.Equal((5.0, shape.Contains("Throws", StringComparison.Ordinal)), (call.Duration.TotalMilliseconds, call.Error is not null));
        Assert.StartsWith("""{"value":{"size":""", call.InputJson.ToString(), StringComparison.Ordinal);
        Assert.True(_log.Summarize().Duration >= TimeSpan.FromSeconds(1)); // the value was looked at
    }

    [Theory]
    [InlineData("Value")]
    [InlineData("Throws")]
    [InlineData("TaskOfValue")]
    [InlineData("TaskThrows")]
    [InlineData("ValueTaskAtOnce")]
    [InlineData("Many")]
    [InlineData("Owned")]
    public async Task A_call_by_a_model_takes_as_long_as_its_method(string tool)
    {
        await _slow.AgentTools().InvokeAsync(tool, """{"value":{"size":3}}""", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(5.0, Assert.Single(_log.Steps.OfType<ToolCallStep>()).Duration.TotalMilliseconds);
    }

    [Fact]
    public async Task A_call_by_a_model_that_never_reached_its_method_took_no_time()
    {
        await _slow.AgentTools().InvokeAsync("Value", """{"value":{"size":"x"}}""", cancellationToken: TestContext.Current.CancellationToken);

        var call = Assert.Single(_log.Steps.OfType<ToolCallStep>());
        Assert.Equal((0.0, false), (call.Duration.TotalMilliseconds, call.Succeeded));
    }

    [Fact]
    public void A_call_by_hand_takes_as_long_as_its_scope_is_open()
    {
        using (var call = _log.ToolCall("t", JsonText.Parse("""{"a":1}""")))
        {
            HandClock.Pass(5);
            call.Fail(new HeavyException());
        }

        Assert.Equal(5.0, Assert.Single(_log.Steps.OfType<ToolCallStep>()).Duration.TotalMilliseconds);
    }

    [Fact]
    public void Time_between_items_is_in_an_enumeration_and_the_time_that_recording_them_takes_is_not()
    {
        foreach (var item in _slow.Lazy(_value))
        {
            HandClock.Pass(10);
        }

        var call = Assert.Single(_log.Steps.OfType<ToolCallStep>());
        Assert.Equal((35.0, 0.0), (call.Duration.TotalMilliseconds, call.FirstItem!.Value.TotalMilliseconds));
    }

    public void Dispose()
    {
        _log.Dispose();
        HandClock.Here = null;
    }

    private async Task Call(string shape)
    {
        switch (shape)
        {
            case "Nothing": _slow.Nothing(_value); break;
            case "Value": _slow.Value(_value); break;
            case "Throws": Assert.Throws<HeavyException>(() => _slow.Throws(_value)); break;
            case "Out": _slow.Out(_value, out _); break;
            case "TaskOut": await _slow.TaskOut(_value, out _); break;
            case "TaskOf": await _slow.TaskOf(_value); break;
            case "TaskOfValue": await _slow.TaskOfValue(_value); break;
            case "TaskThrows": await Assert.ThrowsAsync<HeavyException>(() => _slow.TaskThrows(_value)); break;
            case "TaskAtOnce": await _slow.TaskAtOnce(_value); break;
            case "ValueTaskAtOnce": await _slow.ValueTaskAtOnce(_value); break;
            case "ValueTaskOfValue": await _slow.ValueTaskOfValue(_value); break;
            case "Many": Assert.Equal(2, _slow.Many(_value).Count()); break;
            case "Lazy": Assert.Equal(3, _slow.Lazy(_value).ToList().Count); break;
            case "Before": Assert.Equal(2, _slow.Before(_value).ToList().Count); break;
            case "Stream": await foreach (var item in _slow.Stream(_value)) { } break;
            case "Bytes": using (var bytes = _slow.Bytes(_value)) { bytes.ReadByte(); } break;
            case "Model": _slow.Model(_value); break;
            case "Agent": await _slow.Agent(_value); break;
            case "Owned": await _slow.Owned(_value); break;
            default: throw new ArgumentOutOfRangeException(nameof(shape), shape, null);
        }
    }
}
