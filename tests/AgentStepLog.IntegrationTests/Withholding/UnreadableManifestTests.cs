using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>An assembly whose manifest is none is told of, and the manifests of all others count.</summary>
public sealed class UnreadableManifestTests
{
    [Theory]
    [InlineData("NoJson", "{ no manifest")]
    [InlineData("NoMethods", "{ \"assembly\": \"NoMethods\" }")]
    [InlineData("WrongKind", "{ \"assembly\": \"WrongKind\", \"methods\": 7 }")]
    public void It_is_told_by_the_event_source_and_hides_no_other(string name, string section)
    {
        using var told = new Listener();
        using var log = StepLog.InMemory();
        Load(name, section);

        log.Record(new EventStep { Name = "message", Data = JsonText.Parse("""{"callId":"c","name":"Refund","arguments":{"id":1,"iban":"DE89370400440532013000"}}""") });
        log.Record(new EventStep { Name = "message", Data = JsonText.Parse("""{"callId":"d","name":"Refund","arguments":{"id":2,"iban":"DE89370400440532013000"}}""") });

        Assert.All(log.Steps.OfType<EventStep>(), static step => Assert.Contains("\"iban\":\"[redacted:iban]\"", step.Data.ToString(), StringComparison.Ordinal));
        var (id, level, message) = Assert.Single(told.Events, e => e.Message.Contains(name, StringComparison.Ordinal));
        Assert.Equal((2, EventLevel.Error), (id, level));
        Assert.StartsWith($"The manifest of {name} cannot be read, so [Sensitive] arguments of its tools are not withheld", message, StringComparison.Ordinal);
    }

    // As the generator wrote it into this assembly.
    private static object ThisVersion => typeof(UnreadableManifestTests).Assembly.CustomAttributes
        .First(static attribute => attribute.AttributeType == typeof(BuildManifestAttribute)).ConstructorArguments[2].Value!;

    private static void Load(string name, string section)
    {
        var assembly = new PersistedAssemblyBuilder(new(name), typeof(object).Assembly);
        assembly.SetCustomAttribute(new(typeof(BuildManifestAttribute).GetConstructors().Single(), [name, section, ThisVersion]));
        assembly.DefineDynamicModule(name);
        using var image = new MemoryStream();
        assembly.Save(image);
        image.Position = 0;
        AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private sealed class Listener : EventListener
    {
        private readonly ConcurrentQueue<(int Id, EventLevel Level, string Message)> _events = new();

        public IEnumerable<(int Id, EventLevel Level, string Message)> Events => _events;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "AgentStepLog")
            {
                EnableEvents(eventSource, EventLevel.Error);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _events?.Enqueue((eventData.EventId, eventData.Level, string.Format(System.Globalization.CultureInfo.InvariantCulture, eventData.Message!, [.. eventData.Payload!])));
    }
}
