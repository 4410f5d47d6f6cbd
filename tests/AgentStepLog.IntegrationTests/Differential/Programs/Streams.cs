#pragma warning disable CA1068, CA2219 // What users write, too.
using System.Runtime.CompilerServices;

#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>Streams and lazy sequences, from the side of who reads them.</summary>
public sealed class Streams(Action<string> say)
{
    private static readonly AsyncLocal<string?> s_local = new();

    [AgentTool] public async IAsyncEnumerable<int> Async(int count, int failAt = -1, bool failLast = false, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        say("begun");
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
                s_local.Value += i;
                yield return i != failAt ? i : throw new InvalidDataException($"at {i}");
            }
        }
        finally
        {
            say("finally");
            await Task.Yield();
            if (failLast)
            {
                throw new InvalidOperationException("in finally");
            }
        }
    }

    [AgentTool] public IEnumerable<int> Lazy(int count, int failAt = -1)
    {
        say("begun");
        try
        {
            for (var i = 0; i < count; i++)
            {
                yield return i != failAt ? i : throw new InvalidDataException($"at {i}");
            }
        }
        finally
        {
            say("finally");
        }
    }

    public static async Task Nothing_runs_before_somebody_asks(Action<string> say)
    {
        var items = new Streams(say).Async(2);
        say("called");
        await foreach (var item in items)
        {
            say($"item {item}");
        }

        say("again");
        await foreach (var item in items.ConfigureAwait(false))
        {
            say($"item {item}");
        }
    }

    public static async Task Left_early_failed_in_the_middle_and_in_the_end(Action<string> say)
    {
        await Read(say, new Streams(say).Async(5), stopAt: 1);
        await Read(say, new Streams(say).Async(5, failAt: 2));
        await Read(say, new Streams(say).Async(2, failLast: true));
        await Read(say, new Streams(say).Async(5, failLast: true), stopAt: 1);
        await Read(say, new Streams(say).Async(0));
    }

    public static async Task Canceled_by_either_token(Action<string> say)
    {
        using var source = new CancellationTokenSource();
        await Read(say, new Streams(say).Async(5), token: source.Token, cancelAt: (1, source));
        await Read(say, new Streams(say).Async(5, cancellation: new CancellationToken(true)));
    }

    public static async Task Enumerators_used_by_hand(Action<string> say)
    {
        var enumerator = new Streams(say).Async(1).GetAsyncEnumerator();
        say($"{enumerator.Current}");
        say($"{await enumerator.MoveNextAsync()} {enumerator.Current}");
        say($"{await enumerator.MoveNextAsync()}");
        say($"{await enumerator.MoveNextAsync()}");
        await enumerator.DisposeAsync();
        await enumerator.DisposeAsync();
        await new Streams(say).Async(3).GetAsyncEnumerator().DisposeAsync();
        say("never begun");
    }

    public static async Task Async_locals_of_items_flow_as_they_did(Action<string> say)
    {
        s_local.Value = "caller";
        await foreach (var item in new Streams(say).Async(2))
        {
            say($"{item} {s_local.Value}");
            s_local.Value += "!";
        }

        say(s_local.Value);
    }

    public static Task Lazy_sequences(Action<string> say)
    {
        var items = new Streams(say).Lazy(3);
        say("called");
        say(string.Join(",", items));
        say($"{items.First()} {items.Skip(1).Take(1).Single()} {items.Count()}");
        try
        {
            foreach (var item in new Streams(say).Lazy(3, failAt: 1))
            {
                say($"item {item}");
            }
        }
        catch (InvalidDataException e)
        {
            say(e.Message);
        }

        using var enumerator = items.GetEnumerator();
        say($"{enumerator.MoveNext()} {enumerator.Current}");
        try
        {
            enumerator.Reset();
        }
        catch (NotSupportedException)
        {
            say("no reset");
        }

        return Task.CompletedTask;
    }

    private static async Task Read(
        Action<string> say, IAsyncEnumerable<int> items, int stopAt = -1, CancellationToken token = default, (int Item, CancellationTokenSource Source)? cancelAt = null)
    {
        try
        {
            await foreach (var item in items.WithCancellation(token))
            {
                say($"item {item}");
                if (item == cancelAt?.Item)
                {
                    await cancelAt.Value.Source.CancelAsync();
                }

                if (item == stopAt)
                {
                    break;
                }
            }

            say("end");
        }
        catch (Exception e)
        {
            say($"{e.GetType().Name} {e.Message} {e is OperationCanceledException canceled && canceled.CancellationToken == token}");
        }
    }
}
