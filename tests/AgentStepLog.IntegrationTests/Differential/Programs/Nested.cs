using System.Runtime.CompilerServices;

#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>Streams in streams, beside each other, in tasks, left alone; and what is called while one reads.</summary>
public sealed class Nested(Action<string> say)
{
    [AgentTool] public async IAsyncEnumerable<string> Items(string name, int count, [EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return $"{name}{i}{(token.CanBeCanceled ? "c" : "")}";
            }
        }
        finally
        {
            say($"{name} disposed");
        }
    }

    [AgentTool] public async IAsyncEnumerable<string> Pairs(int count)
    {
        await foreach (var left in Items("l", count))
        {
            await foreach (var right in Items("r", count).ConfigureAwait(false))
            {
                yield return left + right;
            }
        }
    }

    [AgentTool] public async Task<IAsyncEnumerable<string>> Later(bool fail)
    {
        await Task.Yield();
        return fail ? throw new InvalidDataException("before the stream") : Items("t", 2);
    }

    [AgentTool] public int Between(string item)
    {
        say($"between {item}");
        return item.Length;
    }

    [AgentTool] public IEnumerable<int> Lazy(int count)
    {
        using var held = new Held(say);
        for (var i = 0; i < count; i++)
        {
            yield return Between($"{i}");
        }
    }

    [AgentTool] public Stream Open() => new Trace(say, [1, 2, 3]);

    public static async Task Who_is_inside_is_disposed_of_first(Action<string> say)
    {
        var subject = new Nested(say);
        await foreach (var pair in subject.Pairs(2))
        {
            say(pair);
            if (pair == "l1r0")
            {
                break;
            }
        }
    }

    public static async Task Two_readers_of_one_stream_do_not_meet(Action<string> say)
    {
        using var source = new CancellationTokenSource();
        var items = new Nested(say).Items("i", 2);
        await using var first = items.GetAsyncEnumerator(source.Token);
        await using var second = items.GetAsyncEnumerator();
        say($"{await first.MoveNextAsync()} {await second.MoveNextAsync()} {first.Current} {second.Current}");
        say($"{await first.MoveNextAsync()} {await first.MoveNextAsync()} {second.Current}");
    }

    public static async Task Steps_between_items(Action<string> say)
    {
        var subject = new Nested(say);
        await foreach (var item in subject.Items("i", 2))
        {
            say($"{subject.Between(item)}");
        }

        foreach (var item in subject.Lazy(2))
        {
            say($"{subject.Between("x")} {item}");
        }
    }

    public static async Task A_stream_that_comes_in_a_task(Action<string> say)
    {
        var subject = new Nested(say);
        await foreach (var item in await subject.Later(false))
        {
            say(item);
        }

        try
        {
            await subject.Later(true);
        }
        catch (InvalidDataException e)
        {
            say(e.Message);
        }
    }

    public static async Task Left_alone(Action<string> say)
    {
        var subject = new Nested(say);
        var enumerator = subject.Items("i", 3).GetAsyncEnumerator();
        say($"{await enumerator.MoveNextAsync()} {enumerator.Current}");
        var lazy = subject.Lazy(3).GetEnumerator();
        say($"{lazy.MoveNext()} {lazy.Current}");

        // Neither is disposed of: nothing more may happen, here or when a log ends.
        subject.Between("the end");
    }

    public static async Task A_stream_of_bytes(Action<string> say)
    {
        var buffer = new byte[2];
        await using (var stream = new Nested(say).Open())
        {
            say($"{stream.CanRead} {stream.CanSeek} {await stream.ReadAsync(buffer)} {stream.ReadByte()} {stream.Read(buffer)} {stream.ReadByte()}");
        }

        using var left = new Nested(say).Open();
        say($"{left.ReadByte()}");
    }

    private sealed class Held(Action<string> say) : IDisposable
    {
        public void Dispose() => say("held disposed");
    }

    private sealed class Trace(Action<string> say, byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        protected override void Dispose(bool disposing)
        {
            say($"stream disposed {disposing}");
            base.Dispose(disposing);
        }
    }
}
