using AgentStepLog.FaultTests.Faults;

namespace AgentStepLog.FaultTests.Work;

/// <summary>
/// A run that does of everything what a log knows: small lines, manual lines, errors, blobs, threads of a chat, nested calls, several files,
/// lines that meet. Labels tell its records apart. It takes the same calls to the system each time that nothing fails.
/// </summary>
internal sealed class Script(StepLog log, FaultLayer files, Action<string> acknowledge, Func<Dictionary<string, byte[]>> look, long firstLabel = 0)
{
    private long _label = firstLabel;

    /// <summary>The records that calls returned for, as <c>type:label</c>.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>What the disk holds now.</summary>
    public Dictionary<string, byte[]> Files => look();

    /// <summary>What must be in the log, since a call was made that waited for it.</summary>
    public List<string> Promised { get; } = [];

    /// <summary>What could not be announced, so that the call was not made.</summary>
    public List<string> Refused { get; } = [];

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
        Head();
        Repeat(4, Manual);
        Meet(4);
        Repeat(5, () => Say(20_000));
        Head();
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
        Head();
        Meet(4);
        Repeat(4, () => Say(20_000));
        Manual();
    }

    /// <summary>Little of everything, for pairs of faults.</summary>
    public void Little()
    {
        Repeat(3, () => Say(20));
        Say(33_000);
        Repeat(4, () => Say(20_000));
        Meet(3);
        Manual();
    }

    /// <summary>Little, and nothing but lines of one file.</summary>
    public void Plain()
    {
        Repeat(8, () => Say(20));
        Meet(3);
        Repeat(3, Manual);
        Refuse();
    }

    /// <summary>Little, line by line, in two files.</summary>
    public void Lines()
    {
        Say(20);
        Repeat(3, () => Say(25_000));
        Manual();
    }

    /// <summary>Calls that are announced, of tools that are refused where they cannot be, and of others.</summary>
    public void Announced()
    {
        var isClosed = log.Options.OnLogFailure == LogFailurePolicy.FailClosed;
        Repeat(6, () => Announce(static label => WorkTools.Pay(label, "little"), mayBeRefused: true));
        Repeat(2, () => Announce(static label => WorkTools.Pay(label, new string('n', 40_000)), mayBeRefused: true));
        Repeat(2, () => Announce(static label => WorkTools.Remove(label), isClosed));
        Repeat(4, () => Announce(static label => WorkTools.Pay(label, new string('n', 20_000)), mayBeRefused: true));
        Repeat(2, () => Announce(static label => WorkTools.Remove(label), isClosed));
    }

    public void Say(int size)
    {
        var label = _label++;
        Try(() =>
        {
            if (WorkTools.Say(label, size) != WorkTools.Text(label, size))
            {
                Surprises.Add($"another result of {label}");
            }
        });
        Did("tool_call", label);
    }

    // Refused means: it did not run. If it ran, what announced it stands in the log, where that was asked for.
    private void Announce(Func<long, string> tool, bool mayBeRefused)
    {
        var label = _label++;
        WorkTools.Ran = null;
        try
        {
            if (tool(label) != WorkTools.Text(label, 20) || WorkTools.Ran != label)
            {
                Surprises.Add($"another result of {label}");
            }

            (mayBeRefused ? Promised : Acknowledged).Add($"intent:{label}");
            Did("tool_call", label);
        }
        catch (StepLogException e) when (mayBeRefused && WorkTools.Ran is null && e.Message.Contains("FailClosed", StringComparison.Ordinal))
        {
            Refused.Add($"intent:{label}");
        }
        catch (Exception e)
        {
            Surprises.Add($"{label}, which {(WorkTools.Ran is null ? "did not run" : "ran")}: {e}");
        }
    }

    // As if it were time to; a thread of the pool would do it at any moment.
    private void Head() => Try(log.Writer.WriteHeadNow);

    private void Refuse()
    {
        var label = _label++;
        try
        {
            WorkTools.Refuse(label);
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
                if (WorkTools.Ask(label, chat).GetAwaiter().GetResult() != $"answer {label} to {chat.Count}")
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

    private void Manual()
    {
        var label = _label++;
        Try(() => log.Record(new EventStep { Name = "step", Data = JsonText.Object(("label", JsonText.Of(label))) }));
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
            SpinWait.SpinUntil(() => log.Writer.Waiting + threads.Skip(1).Count(static thread => thread.ThreadState == ThreadState.Stopped) == count - 1);
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
                Try(() => WorkTools.Say(label, 25));
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
