using System.Threading.Tasks.Sources;

#if PLAIN
namespace AgentStepLog.IntegrationTests.Differential.Plain;
#else
namespace AgentStepLog.IntegrationTests.Differential.Recorded;
#endif

/// <summary>The order in which receivers and arguments come about, what calls change, and tasks that want to be asked once.</summary>
public sealed class Arguments
{
    private int _field;

    [AgentTool] public int Sum(int a, int b = 10, params int[] more) => a - b + more.Sum();

    [AgentTool] public int Refs(ref int a, out int b, in int c)
    {
        a += c;
        b = a * 2;
        return a + b;
    }

    [AgentTool] public ref int Field(int start)
    {
        _field = start;
        return ref _field;
    }

    [AgentTool] public ValueTask<int> Once(Source source) => new(source, 0);

    public static Task Named_arguments_out_of_order(Action<string> say)
    {
        Arguments Receiver()
        {
            say("receiver");
            return new();
        }

        int Say(int n)
        {
            say($"argument {n}");
            return n;
        }

        say($"{Receiver().Sum(b: Say(1), a: Say(2))}");
        say($"{Receiver().Sum(Say(1), Say(2), Say(3), Say(4))}");
        say($"{Receiver().Sum(more: [Say(5)], a: Say(6))}");
        return Task.CompletedTask;
    }

    public static Task A_receiver_that_is_null(Action<string> say)
    {
        Arguments? none = null;
        int Say(int n)
        {
            say($"argument {n}");
            return n;
        }

        say($"{none?.Sum(Say(1))}");
        try
        {
            none!.Sum(Say(2));
        }
        catch (NullReferenceException e)
        {
            say(e.GetType().Name);
        }

        say($"{new Arguments()?.Sum(Say(3))}");
        return Task.CompletedTask;
    }

    public static Task References_alias_what_they_did(Action<string> say)
    {
        var subject = new Arguments();
        var array = new[] { 1, 2, 3 };
        say($"{subject.Refs(ref array[1], out var b, array[2])} {array[1]} {b}");
        subject.Field(5) += 7;
        ref var alias = ref subject.Field(1);
        alias++;
        say($"{subject._field}");
        var counter = default(Counter);
        say($"{counter.Next()}{counter.Next()} {counter.Count}");
        return Task.CompletedTask;
    }

    public static async Task A_value_task_is_consumed_once(Action<string> say)
    {
        var subject = new Arguments();
        say($"{await subject.Once(new Source(say, completed: true))}");
        say($"{await subject.Once(new Source(say, completed: false))}");
    }

    public struct Counter
    {
        public int Count { get; private set; }

        [AgentTool] public int Next() => ++Count;
    }

    /// <summary>Tells how often its result is taken.</summary>
    public sealed class Source : IValueTaskSource<int>
    {
        private readonly Action<string> _say;
        private ManualResetValueTaskSourceCore<int> _core;

        public Source(Action<string> say, bool completed)
        {
            _say = say;
            if (completed)
            {
                _core.SetResult(3);
            }
            else
            {
                ThreadPool.QueueUserWorkItem(_ => _core.SetResult(4));
            }
        }

        public int GetResult(short token)
        {
            _say("taken");
            return _core.GetResult(token);
        }

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
