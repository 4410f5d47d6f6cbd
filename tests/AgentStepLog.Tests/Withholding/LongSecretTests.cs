using AgentStepLog.Tools;

namespace AgentStepLog.Tests.Withholding;

/// <summary>A known value that begins before the place at which a text is cut and ends far behind it: half of it would not be known.</summary>
public sealed class LongSecretTests
{
    private static readonly string s_secret = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"{i:x5}-"));

    [Fact]
    public void It_is_withheld_from_an_error_and_its_causes()
    {
        using var log = Log();
        using (var call = log.ToolCall("Read"))
        {
            call.Fail(new InvalidOperationException(Before(4090) + s_secret, new IOException(Before(2040) + s_secret)));
        }

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.StartsWith(Before(4000), step.Error, StringComparison.Ordinal);
        Assert.StartsWith(Before(2000), step.ErrorCauses[0].Message, StringComparison.Ordinal);
        AssertNothing(System.Text.Encoding.UTF8.GetString(log.ToArray()));
    }

    [Fact]
    public void It_is_withheld_from_what_health_tells()
    {
        var log = Log();
        log.Subscribe("event", _ => throw new IOException(Before(4060) + s_secret));
        log.Record(new EventStep { Name = "e" });
        log.Dispose();

        Assert.StartsWith("System.IO.IOException: " + Before(4000), log.Health.LastSubscriberFailure, StringComparison.Ordinal);
        AssertNothing(log.Health.LastSubscriberFailure!);
    }

    [Fact]
    public void It_is_withheld_from_what_a_model_is_shown_of_its_own_text()
    {
        using var log = Log();

        Assert.Equal(Before(70) + "[redacted:…", ShownText.Of(Before(70) + s_secret));
    }

    // So little may be kept of a value that nothing else than the length of known values makes a text be looked at as far.
    private static StepLog Log()
    {
        var log = StepLog.InMemory(new() { ValueLimit = 8192 });
        log.Writer.Secrets.Known.Add("pem", s_secret);
        return log;
    }

    private static string Before(int length) => new('x', length);

    private static void AssertNothing(string text) => Assert.DoesNotContain(s_secret[..5], text, StringComparison.Ordinal);
}
