#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>Carries out any list of numbers as a program of calls in calls, and tells what it sees.</summary>
public sealed class Machine(int[] program, Action<string> say)
{
    private static readonly AsyncLocal<string?> s_local = new();

    private int _next;
    private int _budget = 60;

    public static async Task Run(int[] program, Action<string> say)
    {
        s_local.Value = "";
        var machine = new Machine(program, say);
        await machine.Try("run", () => machine.Async(0));
        say($"in the end: {s_local.Value}");
    }

    [AgentTool] private int Sync(int depth)
    {
        for (var n = 0; ; n++)
        {
            switch (Next())
            {
                case 0 or 8 or 9:
                    return n;
                case 1:
                    throw new InvalidOperationException($"sync {n}");
                case 2:
                    throw new OperationCanceledException($"sync {n}");
                case 3:
                    Local();
                    break;
                case 4 when depth < 5:
                    Try("sync", () => Task.FromResult(Sync(depth + 1))).GetAwaiter().GetResult();
                    break;
                case 5 when depth < 5:
                    Try("blocked", () => Async(depth + 1)).GetAwaiter().GetResult();
                    break;
                default:
                    say($"sync {depth}.{n}");
                    break;
            }
        }
    }

    [AgentTool] private async Task<int> Async(int depth)
    {
        for (var n = 0; ; n++)
        {
            switch (Next())
            {
                case 0:
                    return n;
                case 1:
                    throw new InvalidOperationException($"async {n}");
                case 2:
                    throw new OperationCanceledException($"async {n}");
                case 3:
                    Local();
                    break;
                case 4:
                    await Task.Yield();
                    break;
                case 5 when depth < 5:
                    await Try("sync", () => Task.FromResult(Sync(depth + 1)));
                    break;
                case 6 when depth < 5:
                    await Try("async", () => Async(depth + 1));
                    break;
                case 7 when depth < 5:
                    await Try("value", () => Value(depth + 1).AsTask());
                    break;
                case 8 when depth < 5:
                    await Try("direct", () => Direct(depth + 1));
                    break;
                default:
                    await Items(depth + 1, Next() % 4);
                    break;
            }
        }
    }

    [AgentTool] private async ValueTask<int> Value(int depth) => await Async(depth) + 100;

    [AgentTool] private Task<int> Direct(int depth) => Next() switch
    {
        0 => Task.FromResult(7),
        1 => throw new InvalidOperationException("at once"),
        2 => Task.FromCanceled<int>(new(true)),
        3 => Task.FromException<int>(new OperationCanceledException("faulted")),
        4 => Task.FromException<int>(new AggregateException(new InvalidOperationException("in an aggregate"))),
        _ => Async(depth),
    };

    [AgentTool] private async IAsyncEnumerable<int> Stream(int depth)
    {
        for (var n = 0; n < 5; n++)
        {
            switch (Next())
            {
                case 0:
                    yield break;
                case 1:
                    throw new InvalidOperationException($"item {n}");
                case 2:
                    await Task.Yield();
                    break;
                case 3:
                    Local();
                    break;
                default:
                    yield return n + depth;
                    break;
            }
        }
    }

    private async Task Items(int depth, int stopAfter) => await Try("items", async () =>
    {
        var sum = 0;
        await foreach (var item in Stream(depth))
        {
            sum += item;
            say($"item {item}");
            if (stopAfter-- == 0)
            {
                break;
            }
        }

        return sum;
    });

    private async Task Try(string what, Func<Task<int>> call)
    {
        Task<int>? task = null;
        try
        {
            task = call();
            say($"{what}: {await task} {task.Status}");
        }
        catch (Exception e)
        {
            say($"{what}: {e.GetType().Name} {e.Message} {task?.Status} {task?.Exception?.InnerExceptions.Count}");
        }
    }

    private void Local()
    {
        s_local.Value += _next % 10;
        say($"local {s_local.Value}");
    }

    private int Next() => _next < program.Length && _budget-- > 0 ? Math.Abs(program[_next++] % 10) : 0;
}
