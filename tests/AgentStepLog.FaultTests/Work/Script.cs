using AgentStepLog.FaultTests.Faults;

namespace AgentStepLog.FaultTests.Work;

/// <summary>
/// A run that does of everything what a log knows: small lines, lines by hand, errors, blobs, threads of a chat, nested calls, several files,
/// lines that meet. Labels tell its records apart. It takes the same calls to the system each time that nothing fails.
/// </summary>
internal sealed class Script(StepLog log, FaultLayer files, Action<string> acknowledge, long firstLabel = 0)
{
    private long _label = firstLabel;

    /// <summary>The records that calls returned for, as <c>type:label</c>.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>What reached the caller that should not have.</summary>
    public List<string> Surprises { get; } = [];

    public void Everything()
    {
        // A durable line takes two calls to the system.
        for (var i = 0; i < (log.Options.Durability == Durability.Durable ? 40 : 110); i++)
        {
            Say(20 + i);
        }

        Repeat(4, () => Say(40_000));
        Repeat(3, Refuse);
        Talk(turns: 4);
        Nest();
        Repeat(4, ByHand);
        Meet(4);
        Repeat(5, () => Say(20_000));
        Repeat(10, () => Say(30));
    }

    /// <summary>Some of everything, for losses of power.</summary>
    public void Half()
    {
        Repeat(6, () => Say(20));
        Say(33_000);
        Refuse();
        Talk(turns: 3);
        Nest();
        Meet(4);
        Repeat(4, () => Say(20_000));
        ByHand();
    }

    /// <summary>Little of everything, for pairs of faults.</summary>
    public void Little()
    {
        Repeat(3, () => Say(20));
        Say(33_000);
        Repeat(4, () => Say(20_000));
        Meet(3);
        ByHand();
    }

    public void Say(int size)
    {
        var label = _label++;
        Try(() =>
        {
            if (Tools.Say(label, size) != Tools.Text(label, size))
            {
                Surprises.Add($"another result of {label}");
            }
        });
        Did("tool_call", label);
    }

    private void Refuse()
    {
        var label = _label++;
        try
        {
            Tools.Refuse(label);
            Surprises.Add($"no exception of {label}");
        }
        catch (InvalidOperationException e) when (e.Message == $"no {label}")
        {
        }
        catch (Exception e)
        {
            Surprises.Add($"another exception of {label}: {e}");
        }

        Did("tool_call", label);
    }

    private void Talk(int turns)
    {
        List<Message> chat = [new("system", new('s', 5_000))];
        for (var turn = 0; turn < turns; turn++)
        {
            var label = _label++;
            chat.Add(new("user", $"question {turn} {new string('q', 300)}"));
            Try(() =>
            {
                if (Tools.Ask(label, chat).GetAwaiter().GetResult() != $"answer {label} to {chat.Count}")
                {
                    Surprises.Add($"another answer to {label}");
                }
            });
            Did("llm_call", label);
        }
    }

    // The intent is acknowledged before what it announces is done.
    private void Nest()
    {
        var label = _label++;
        Try(() =>
        {
            using var agent = log.AgentCall("helper", JsonText.Object(("label", JsonText.Of(label))));
            Did("intent", label);
            Say(10);
            agent.Complete(JsonText.Object(("label", JsonText.Of(label))));
        });
        Did("agent_call", label);
    }

    private void ByHand()
    {
        var label = _label++;
        Try(() => log.Event("step", JsonText.Object(("label", JsonText.Of(label)))));
        Did("event", label);
    }

    // One thread writes, the others come meanwhile, so that the next write is of several lines.
    private void Meet(int count)
    {
        var labels = Enumerable.Range(0, count).Select(_ => _label++).ToList();
        List<Thread> threads = [];
        Settle();
        using (var hold = files.HoldNext())
        {
            threads.Add(Start(labels[0]));
            hold.Await();
            threads.AddRange(labels.Skip(1).Select(Start));
            foreach (var thread in threads.Skip(1))
            {
                SpinWait.SpinUntil(() => thread.ThreadState is ThreadState.WaitSleepJoin or ThreadState.Stopped);
            }
        }

        threads.ForEach(static thread => thread.Join());
        labels.ForEach(label => Did("tool_call", label));
        Settle();
    }

    private Thread Start(long label)
    {
        var thread = new Thread(() =>
        {
            using (log.Use())
            {
                Try(() => Tools.Say(label, 25));
            }
        }, 256 * 1024);
        thread.Start();
        return thread;
    }

    // Nothing waits to be written, so that what is called next is known.
    private void Settle() => Try(() => _ = log.Steps.Count);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            lock (Surprises)
            {
                Surprises.Add(e.ToString());
            }
        }
    }

    private void Did(string type, long label)
    {
        var record = $"{type}:{label}";
        Acknowledged.Add(record);
        acknowledge(record);
        if (log.Options.Durability == Durability.Queued)
        {
            Settle(); // line by line, so that each run takes the same calls
        }
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }
}
