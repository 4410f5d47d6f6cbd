using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Reading;

public class TypedStepTests
{
    private static readonly TypedSteps s_types = new TypedSteps().Tool("Surf.Tools.Weather", static (step, values) => new WeatherStep(step)
    {
        Location = values.Input("location", static v => v.String()),
        Days = values.Input("days", static v => v.Int32()),
        Tags = values.Input("tags", static v => v.ReadOnlyList(static t => t.String())),
        Output = values.Output(static v => v.String()),
    });

    [Fact]
    public void A_call_of_a_known_method_becomes_its_typed_step()
    {
        var step = Assert.IsType<WeatherStep>(Read("\"input\":{\"location\":\"Taghazout\",\"days\":3,\"tags\":[\"a\"],\"later\":1},\"output\":\"sunny\""));

        Assert.Equal(("Taghazout", 3, "sunny"), (step.Location, step.Days, step.Output));
        Assert.Equal(["a"], step.Tags);
        Assert.Equal((1L, "Weather", "run-1"), (step.Number, step.Tool, step.RunId));
        Assert.Contains("Location = Taghazout", step.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_steps_of_equal_lines_are_equal() =>
        Assert.Equal(
            Read("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[\"a\"]},\"output\":\"x\""),
            Read("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[\"a\"]},\"output\":\"x\""));

    [Fact]
    public void A_failed_call_is_typed_without_an_output() =>
        Assert.Null(Assert.IsType<WeatherStep>(Read("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[]}", "\"error\":\"no\"")).Output);

    [Theory]
    [InlineData("")]
    [InlineData("\"input\":{\"location\":\"T\",\"tags\":[]}")]
    [InlineData("\"input\":{\"location\":7,\"days\":3,\"tags\":[]}")]
    [InlineData("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[null]}")]
    [InlineData("\"input\":{\"$hash\":\"sha256:00\",\"bytes\":3}")]
    [InlineData("\"input\":{\"location\":{\"$hash\":\"sha256:00\",\"bytes\":3},\"days\":3,\"tags\":[]}")]
    [InlineData("\"input\":{\"location\":{\"$blob\":\"sha256:00\",\"bytes\":3},\"days\":3,\"tags\":[]}")]
    [InlineData("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[]},\"output\":{\"other\":1}")]
    [InlineData("\"input\":[1]")]
    public void A_value_that_cannot_be_read_leaves_the_untyped_step(string rest)
    {
        var step = Read(rest);

        Assert.Equal(typeof(ToolCallStep), step.GetType());
        Assert.Equal("Weather", Assert.IsType<ToolCallStep>(step).Tool);
    }

    [Theory]
    [InlineData("/input/location")]
    [InlineData("/input/tags/0")]
    [InlineData("/output")]
    public void A_withheld_value_leaves_the_untyped_step(string at)
    {
        var step = Read("\"input\":{\"location\":\"[redacted:x]\",\"days\":3,\"tags\":[\"[redacted:x]\"]},\"output\":\"[redacted:x]\"",
            $"\"error\":null,\"redacted\":[{{\"at\":\"{at}\",\"kind\":\"x\"}}]");

        Assert.Equal(typeof(ToolCallStep), step.GetType());
        Assert.Equal([new WithheldValue(at, "x")], step.Withheld);
    }

    [Theory]
    [InlineData("/input/location", "use [redacted:x] now")]
    [InlineData("/input/tags/1", "[redacted:x].")]
    [InlineData("/output", "a [redacted:x]")]
    public void A_text_of_which_a_token_is_withheld_stays_typed(string at, string text)
    {
        string Or(string place, string other) => at == place ? text : other;
        var step = Read($"\"input\":{{\"location\":\"{Or("/input/location", "T")}\",\"days\":3,\"tags\":[\"a\",\"{Or("/input/tags/1", "b")}\"]}},\"output\":\"{Or("/output", "c")}\"",
            $"\"error\":null,\"redacted\":[{{\"at\":\"{at}\",\"kind\":\"x\"}}]");

        var typed = Assert.IsType<WeatherStep>(step);
        Assert.Contains(text, (IEnumerable<string?>)[typed.Location, .. typed.Tags, typed.Output]);
    }

    [Theory]
    [InlineData("/input/days")]
    [InlineData("/input/tags/2")]
    [InlineData("/input/tags/[redacted-key-1]")]
    [InlineData("/input/location/0")]
    [InlineData("")]
    public void What_was_withheld_where_no_such_text_stands_leaves_the_untyped_step(string at) =>
        Assert.Equal(typeof(ToolCallStep), Read("\"input\":{\"location\":\"use [redacted:x] now\",\"days\":3,\"tags\":[\"a\"]},\"output\":\"c\"",
            $"\"error\":null,\"redacted\":[{{\"at\":\"{at}\",\"kind\":\"x\"}}]").GetType());

    [Theory]
    [InlineData("/input/messages/0/text", true)]
    [InlineData("/input/messages/0/[redacted-key-1]", true)]
    [InlineData("/output/text", true)]
    [InlineData("/input/messages", false)]
    [InlineData("/output", false)]
    public void JSON_of_which_a_part_is_withheld_stays_typed_and_shows_it(string at, bool isTyped)
    {
        var types = new TypedSteps().Tool("Surf.Tools.Weather", static (step, values) => new ChatStep(step)
        {
            Messages = values.Input("messages", static v => v.Json()),
            Answer = values.Output(static v => v.Json()),
        });

        var step = StepLogFile.Parse(new HandWrittenLog().Header().Tool(1, "Weather", "\"input\":{\"messages\":[{\"text\":\"[redacted:x]\"}]},\"output\":{\"text\":\"[redacted:x]\"}",
            error: $"\"error\":null,\"redacted\":[{{\"at\":\"{at}\",\"kind\":\"x\"}}]").ToArray(), types).Steps[1];

        Assert.Equal(isTyped ? typeof(ChatStep) : typeof(ToolCallStep), step.GetType());
        if (step is ChatStep chat)
        {
            Assert.Equal(("[{\"text\":\"[redacted:x]\"}]", "{\"text\":\"[redacted:x]\"}"), (chat.Messages.ToString(), chat.Answer.ToString()));
        }
    }

    [Fact]
    public void A_withheld_value_that_no_property_asks_for_does_not_matter() =>
        Assert.IsType<WeatherStep>(Read("\"input\":{\"location\":\"T\",\"days\":3,\"tags\":[],\"key\":\"[redacted:x]\"}",
            "\"error\":null,\"redacted\":[{\"at\":\"/input/key\",\"kind\":\"x\"}]"));

    [Fact]
    public void Of_overloads_the_one_that_accounts_for_most_arguments_is_taken()
    {
        static TypedSteps Overloads(params int[] counts)
        {
            var types = new TypedSteps();
            foreach (var count in counts)
            {
                types.Tool("Surf.Tools.Weather", (step, values) =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        values.Input("p" + i, static v => v.Int32());
                    }

                    return step with { CallId = $"of {count}" };
                });
            }

            return types;
        }

        var log = new HandWrittenLog().Header().Tool(1, "Weather", "\"input\":{\"p0\":1,\"p1\":2}").ToArray();

        Assert.All([Overloads(0, 1, 2, 3), Overloads(3, 2, 1, 0)], types =>
            Assert.Equal("of 2", Assert.IsType<ToolCallStep>(StepLogFile.Parse(log, types).Steps[1]).CallId));
    }

    private static Step Read(string rest, string error = "\"error\":null") =>
        StepLogFile.Parse(new HandWrittenLog().Header().Tool(1, "Weather", rest, error: error).ToArray(), s_types).Steps[1];

    private sealed record ChatStep : ToolCallStep
    {
        internal ChatStep(ToolCallStep step)
            : base(step)
        {
        }

        public required JsonText Messages { get; init; }

        public JsonText Answer { get; init; }
    }

    private sealed record WeatherStep : ToolCallStep
    {
        internal WeatherStep(ToolCallStep step)
            : base(step)
        {
        }

        public required string Location { get; init; }

        public required int Days { get; init; }

        public required IReadOnlyList<string> Tags { get; init; }

        public string? Output { get; init; }
    }
}
