#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>What a caller sees of failures.</summary>
public static partial class Exceptions
{
    private static readonly Exception s_thrown = new InvalidDataException("Out of waves.", new TimeoutException("Too late.")) { Data = { ["place"] = "Taghazout" } };

    [AgentTool] private static int Sync(bool fail) => fail ? throw s_thrown : 1;

    [AgentTool] private static async Task<int> Async(bool fail, bool later)
    {
        if (later)
        {
            await Task.Yield();
        }

        return fail ? throw s_thrown : 1;
    }

    [AgentTool] private static Task<int> Given(Task<int> task) => task;

    [AgentTool] private static Task Plain(Task task) => task;

    public static async Task Type_object_message_data_and_first_frame(Action<string> say)
    {
        foreach (var call in new Func<Task<int>>[] { () => Task.FromResult(Sync(true)), () => Async(true, false), () => Async(true, true) })
        {
            try
            {
                await call();
            }
            catch (Exception e)
            {
                say($"{e.GetType()} {e.Message} {e.InnerException} {e.Data["place"]} {ReferenceEquals(e, s_thrown)}");
                say(FirstFrame(e));
            }
        }
    }

    public static async Task Faulted_stays_faulted_also_with_a_cancellation_in_it(Action<string> say)
    {
        var cancellation = new OperationCanceledException("Enough.", new CancellationToken(true));
        foreach (var task in new[] { Task.FromException<int>(cancellation), Task.FromCanceled<int>(new(true)), Later(cancellation) })
        {
            var returned = Given(task);
            try
            {
                await returned;
            }
            catch (Exception e)
            {
                say($"{returned.Status} {e.GetType()} {ReferenceEquals(e, cancellation)} {(e as OperationCanceledException)?.CancellationToken.IsCancellationRequested}");
            }
        }

        static async Task<int> Later(Exception e)
        {
            await Task.Yield();
            throw e;
        }
    }

    public static async Task All_inner_exceptions_stay(Action<string> say)
    {
        foreach (var wait in new[] { 0, 1 })
        {
            var source = new TaskCompletionSource();
            var task = Plain(Task.WhenAll(Fail("one", wait), Fail("two", wait), source.Task));
            source.SetException([new InvalidOperationException("three"), new InvalidOperationException("four")]);
            try
            {
                await task;
            }
            catch (InvalidOperationException e)
            {
                say(e.GetType().Name);
            }

            // In the order in which they failed, which is another one from run to run.
            say(string.Join(",", task.Exception!.InnerExceptions.Select(static e => e.Message).Order(StringComparer.Ordinal)));
        }

        static async Task Fail(string message, int wait)
        {
            await Task.Delay(wait);
            throw new InvalidOperationException(message);
        }
    }

    public static Task Thrown_at_once_or_in_the_task(Action<string> say)
    {
        say(At(static () => Sync(true)));
        say(At(static () => Async(true, false)));
        say(At(static () => Async(true, true)));
        say(At(static () => Given(Argument())));
        say(At(static () => new Throws().Now()));
        return Task.CompletedTask;
    }

    public static async Task Awaited_in_catch_and_finally(Action<string> say)
    {
        try
        {
            await Async(true, true);
        }
        catch (InvalidDataException) when (Sync(false) == 1)
        {
            say($"caught {await Async(false, true)}");
        }
        finally
        {
            say($"finally {await Async(false, true)}");
        }
    }

    private static string FirstFrame(Exception e)
    {
        var frame = e.StackTrace!.Split('\n')[0].Trim();
        return frame[..frame.IndexOf('(', StringComparison.Ordinal)].Replace(".Plain.", ".", StringComparison.Ordinal).Replace(".Recorded.", ".", StringComparison.Ordinal);
    }

    private static Task<int> Argument() => throw new ArgumentException("of the argument");

    private static string At<T>(Func<T> call)
    {
        try
        {
            var returned = call();
            return "returned " + ((returned as Task)?.Exception?.InnerException?.Message ?? "something");
        }
        catch (Exception e)
        {
            return "threw " + e.Message;
        }
    }

    internal sealed class Throws
    {
        [AgentTool] internal Task<int> Now() => throw new InvalidOperationException("now " + GetHashCode().GetType());
    }
}
