using System.Diagnostics.Tracing;
using System.Globalization;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;

namespace AgentStepLog.Tests.Support;

/// <summary>A process in which calls go by without a run, and what its listeners are told.</summary>
internal static class UnrecordedChild
{
    private static readonly RecordedMethod s_first = RecordedMethod.Tool("Surf.Tools.First", "First");
    private static readonly RecordedMethod s_second = RecordedMethod.Tool("Surf.Tools.Second", "Second");

    public static void Run(string when)
    {
        var early = when is "before" or "twice" or "failing" ? new Listener(EventLevel.Warning, fails: when == "failing") : null;
        var level = when == "errors only" ? EventLevel.Error : EventLevel.Warning;
        if (when == "recorded")
        {
            using var log = StepLog.InMemory();
            Call(s_first);
        }
        else
        {
            Call(s_first);
            Call(s_first);
            Call(s_second);
        }

        var late = early is null || when == "twice" ? new Listener(level) : null;
        Call(s_second);
        foreach (var told in (early?.Told ?? []).Concat(late?.Told ?? []))
        {
            Console.WriteLine(told);
        }

        Console.WriteLine(UnrecordedCalls.Total.ToString(CultureInfo.InvariantCulture));
    }

    private static void Call(RecordedMethod method) => Calls.Value(method, 1, static (w, v) => w.Value(v), static () => 1);

    private sealed class Listener(EventLevel level, bool fails = false) : EventListener
    {
        public List<string> Told { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "AgentStepLog")
            {
                EnableEvents(eventSource, level);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId == 0)
            {
                return; // the framework's word that a listener threw
            }

            lock (Told)
            {
                Told.Add($"{eventData.EventId} {eventData.EventName} {eventData.Level} {eventData.PayloadNames![0]}: {string.Format(CultureInfo.InvariantCulture, eventData.Message!, [.. eventData.Payload!])}");
            }

            Call(s_first); // what a listener calls is no second thing to tell
            if (fails)
            {
                throw new InvalidTimeZoneException("A listener's own.");
            }
        }
    }
}
