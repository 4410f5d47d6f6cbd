#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>What happens first: receivers, references, finally blocks.</summary>
public sealed class Order
{
    private readonly Action<string> _say;

    public Order(Action<string> say) => _say = say;

    [AgentTool] public int Refs(ref int a, in int b, out int c, int d = 3)
    {
        _say($"body {a} {b} {d}");
        return c = a++ + b + d;
    }

    [AgentTool] public int Fail(int n)
    {
        try
        {
            return n > 0 ? throw new InvalidDataException("x") : n;
        }
        finally
        {
            _say("finally of the callee");
        }
    }

    [AgentTool] public async Task<int> FailLater(int n)
    {
        try
        {
            await Task.Yield();
            return n > 0 ? throw new InvalidDataException("x") : n;
        }
        finally
        {
            _say("finally of the callee");
            await Task.Yield();
            _say("its end");
        }
    }

    public static Task References_come_about_from_left_to_right(Action<string> say)
    {
        var array = new[] { 1, 2, 3 };
        say($"{Receiver(say).Refs(ref array[Say(say, 0)], array[Say(say, 1)], out array[Say(say, 2)])} {string.Join(",", array)}");
        say($"{Receiver(say).Refs(d: Say(say, 7), c: out array[Say(say, 0)], b: array[Say(say, 1)], a: ref array[Say(say, 2)])} {string.Join(",", array)}");
        Order none = null!;
        foreach (var call in new Action[] { () => none.Refs(ref array[Say(say, 9)], 1, out _), () => none.Refs(ref array[0], Say(say, 1), out _), () => Receiver(say).Refs(ref array[0], Throw(say), out array[9]) })
        {
            try
            {
                call();
            }
            catch (Exception e)
            {
                say(e.GetType().Name);
            }
        }

        return Task.CompletedTask;
    }

    public static Task An_array_of_receivers_and_a_struct_in_place(Action<string> say)
    {
        var tallies = new Tally[2];
        say($"{tallies[Say(say, 1)].Add(Say(say, 4))} {tallies[1].Total} {tallies[0].Total}");
        say($"{Get().Add(1)} {Get().Total}");
        return Task.CompletedTask;

        ref Tally Get()
        {
            say("get");
            return ref tallies[1];
        }
    }

    public static async Task A_filter_of_the_caller_sees_a_task_that_has_ended(Action<string> say)
    {
        var subject = new Order(say);
        try
        {
            await subject.FailLater(1);
        }
        catch (InvalidDataException) when (Filter(say, true))
        {
            say($"caught {await subject.FailLater(0)}");
        }
        finally
        {
            say($"finally {await subject.FailLater(0)}");
        }
    }

    internal static bool Filter(Action<string> say, bool result)
    {
        say("filter of the caller");
        return result;
    }

    private static Order Receiver(Action<string> say)
    {
        say("receiver");
        return new(say);
    }

    private static int Say(Action<string> say, int n)
    {
        say($"argument {n}");
        return n;
    }

    private static int Throw(Action<string> say)
    {
        say("argument that throws");
        throw new TimeoutException();
    }

    public struct Tally
    {
        public int Total { get; private set; }

        [AgentTool] public int Add(int n) => Total += n;
    }
}
