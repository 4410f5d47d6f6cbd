using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Capture;

/// <summary>Calls of methods that return what runs later, in the shape in which generated code has them.</summary>
internal static class Streams
{
    public static IAsyncEnumerable<T> Async<T>(Func<IAsyncEnumerable<T>> body, Action<CaptureWriter, T> write, RecordedMethod? method = null)
    {
        var scope = StepScope.Begin(method ?? Calls.Echo, Calls.Origin);
        if (scope is null)
        {
            return body();
        }

        var outer = scope.EnterLazy();
        var stream = body();
        StepScope.Leave(outer);
        return scope.EndAsyncSequence(stream, (s, v) =>
        {
            if (s.WantsOutput)
            {
                s.Item(v, write);
            }
        });
    }

    public static IAsyncEnumerable<int> Async(IAsyncEnumerable<int> stream) => Async(() => stream, static (w, v) => w.Value(v));

    public static IEnumerable<T> Lazy<T>(IEnumerable<T> items, Action<CaptureWriter, T> write)
    {
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin);
        if (scope is null)
        {
            return items;
        }

        StepScope.Leave(scope.EnterLazy());
        return scope.EndSequence(items, (s, v) =>
        {
            if (s.WantsOutput)
            {
                s.Item(v, write);
            }
        });
    }

    public static async Task<List<T>> Drain<T>(IAsyncEnumerable<T> stream)
    {
        var items = new List<T>();
        await foreach (var item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
