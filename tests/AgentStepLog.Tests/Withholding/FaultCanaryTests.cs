using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Secrets while the log's files fail: in what was torn and cut off, in what is written again, and in what failures say of themselves.</summary>
public sealed class FaultCanaryTests
{
    private static readonly RecordedMethod s_pay = RecordedMethod.Tool("Bank.Pay", "Pay", effect: ToolEffect.Destructive);
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("all is well; ", 4000));

    [Theory]
    [InlineData(Durability.Queued, LogFailurePolicy.FailOpen)]
    [InlineData(Durability.Written, LogFailurePolicy.FailOpen)]
    [InlineData(Durability.Written, LogFailurePolicy.FailClosed)]
    [InlineData(Durability.Durable, LogFailurePolicy.FailOpen)]
    [InlineData(Durability.Durable, LogFailurePolicy.FailClosed)]
    public void No_secret_comes_to_a_file_that_fails_nor_into_what_is_said_of_it(Durability durability, LogFailurePolicy policy)
    {
        var canary = new Canary();

        var output = Run(canary, new WithholdingOptions(), durability, policy);

        Assert.True(canary.Secrets.Count >= 400);
        Assert.Empty(canary.Escaped(output));
    }

    [Fact]
    public void Without_withholding_each_of_these_ways_lets_secrets_out()
    {
        var canary = new Canary();

        var output = Run(canary, WithholdingOptions.None, Durability.Written, LogFailurePolicy.FailOpen);

        Assert.Equal(["blob", "failure of a blob", "failure of a line", "health", "line"], canary.Escaped(output));
    }

    private static string Run(Canary canary, WithholdingOptions withholding, Durability durability, LogFailurePolicy policy)
    {
        var mint = new SecretMint(7);
        var made = 0;
        string Next(string way)
        {
            var (text, secret) = mint.Shapes[made++ % mint.Shapes.Count].Make();
            canary.Add(secret, way);
            return text;
        }

        var tap = new WireTap();
        var files = new FaultyFiles(tap);
        var output = new StringBuilder();
        using var log = StepLog.On(files, new() { Withholding = withholding, Durability = durability, OnLogFailure = policy, SegmentBytes = 1 << 20, LlmContent = CaptureMode.Full });
        for (var i = 0; i < 100; i++)
        {
            var fails = (i % 10) switch { 1 => "append", 3 => "publish", 5 => "sync", 7 => "blob", _ => "" };
            files.Fails = call => call == fails;
            var said = fails is "append" or "sync" ? Next("failure of a line") : fails.Length > 0 ? Next("failure of a blob") : "";
            files.Before = call =>
            {
                if (i % 20 >= 10 && call == fails)
                {
                    throw new IOException($"cannot write {said}: {s_filler[..4070]} {said}");
                }
            };
            Attempt(() => Calls.Say(Next("line")));
            Attempt(() => Calls.Value(s_pay, Next("line"), static (w, v) => w.Value(v), () => "paid"));
            Attempt(() => Calls.Value(Calls.Ask, s_filler + " " + Next("blob"), static (w, v) => w.Value(v), () => "answered"));
            Attempt(() => Calls.Say(s_filler[..200] + " " + Next("blob") + " " + s_filler));
            output.AppendLine(log.Health.ToString()).AppendLine(log.Health.LastFailure);
        }

        var last = Next("health");
        files.Fails = static _ => false;
        files.Before = call => _ = call == "append" ? throw new IOException(last) : 0;
        Attempt(() => Calls.Say("a"));
        log.Flush();
        output.AppendLine(log.Health.LastFailure);
        files.Before = static _ => { };
        log.Complete();

        Assert.True(files.Faults > 20);
        foreach (var step in log.Steps)
        {
            output.AppendLine(step.ToString());
        }

        return output.Append(tap.Seen).Append(log.Summarize()).ToString();
    }

    // Under FailClosed a call may be refused: that is the caller's to read, and no part of the log.
    private static void Attempt(Action call)
    {
        try
        {
            call();
        }
        catch (StepLogException)
        {
        }
    }
}
