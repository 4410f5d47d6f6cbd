using System.Reflection;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

/// <summary>What a model reads of a failure, and of a result that shows nothing.</summary>
public sealed class ModelTextTests
{
    public static TheoryData<string> Blank() => ["", " ", "\n\t\r ", "\u00A0\u3000", "\u200B", "\uFEFF\u200D ", "\0\u001b"];

    [Theory]
    [MemberData(nameof(Blank))]
    public void A_failure_without_words_reads_as_its_type_in_words(string message)
    {
        Assert.Equal("Invalid operation.", ModelText.Of(new InvalidOperationException(message)));
        Assert.Equal("Timeout error.", ModelText.Of(new TargetInvocationException(new TimeoutException(message))));
    }

    [Theory]
    [InlineData(typeof(Exception), "Error.")]
    [InlineData(typeof(IOException), "IO error.")]
    [InlineData(typeof(KeyNotFoundException), "Key not found.")]
    [InlineData(typeof(HTTPSProxyRefusedException), "HTTPS proxy refused.")]
    [InlineData(typeof(payment_declined), "Payment declined.")]
    [InlineData(typeof(Declined<int>), "Declined error.")]
    [InlineData(typeof(___), "Error.")]
    public void A_type_is_put_into_words_as_its_name_is_made(Type type, string words) =>
        Assert.Equal(words, ModelText.Of((Exception)Activator.CreateInstance(type, "")!));

    [Fact]
    public void A_wrapper_that_says_nothing_reads_as_what_it_wraps()
    {
        var cause = new FormatException("80a is no port");

        Assert.All<Exception>(
            [
                cause,
                new TargetInvocationException(cause),
                new TypeInitializationException("Settings", cause),
                new AggregateException(cause),
                new TargetInvocationException(new TypeInitializationException("Settings", new AggregateException(cause))),
            ],
            thrown => Assert.Equal("80a is no port", ModelText.Of(thrown)));
    }

    // Their authors chose the words for whoever calls; what is within may be for developers only.
    [Fact]
    public void A_wrapper_that_says_something_reads_as_it_says()
    {
        var cause = new FormatException("80a is no port");

        Assert.Equal("Plugin \"maps\" failed.", ModelText.Of(new TargetInvocationException("Plugin \"maps\" failed.", cause)));
        Assert.Equal("No server answered. (80a is no port)", ModelText.Of(new AggregateException("No server answered.", cause)));
        Assert.Equal("One or more errors occurred. (80a is no port) (80a is no port)", ModelText.Of(new AggregateException(cause, cause)));
        Assert.Equal("See the inner exception for details.", ModelText.Of(new InvalidOperationException("See the inner exception for details.", cause)));
        Assert.Equal("The type initializer for 'Settings' threw an exception.", ModelText.Of(new TypeInitializationException("Settings", null)));
    }

    [Fact]
    public void A_ring_of_wrappers_and_a_message_that_throws_end()
    {
        var ring = new TypeInitializationException("A", new TypeInitializationException("B", null));
        typeof(Exception).GetField("_innerException", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(ring.InnerException, ring);

        Assert.StartsWith("The type initializer for", ModelText.Of(ring), StringComparison.Ordinal);
        Assert.Equal("[unreadable:System.InvalidTimeZoneException]", ModelText.Of(new AggregateException(new Nasty())));
    }

    [Theory]
    [MemberData(nameof(Blank))]
    public void A_result_that_shows_nothing_reads_as_the_json_of_it(string text)
    {
        var content = ToolOutput.Text(text).Content;

        Assert.Equal(text, JsonDocument.Parse(content).RootElement.GetString());
        Assert.Equal((text.Length == 0 ? "\"\"" : content, '"', '"'), (content, content[0], content[^1]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData(" .")]
    [InlineData("\u200B0")]
    [InlineData("🏄")]
    public void A_result_that_shows_something_reads_as_it_is(string text) => Assert.Equal(text, ToolOutput.Text(text).Content);

#pragma warning disable CA1064, CA1707, IDE1006, CS8981, SA1300 // names that users may give
    private sealed class HTTPSProxyRefusedException(string message) : Exception(message);

    private sealed class payment_declined(string message) : Exception(message);

    private sealed class Declined<T>(string message) : Exception(message);

    private sealed class ___(string message) : Exception(message);
#pragma warning restore

    private sealed class Nasty : Exception
    {
        public override string Message => throw new InvalidTimeZoneException();
    }
}
