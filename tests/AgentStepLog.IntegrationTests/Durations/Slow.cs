#pragma warning disable CA1822, ASL3003 // Subjects are what they are; how long a call took has nothing to do with tokens.
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Durations;

/// <summary>A value of which each look takes a second.</summary>
public sealed class Heavy
{
    public int Size
    {
        get
        {
            HandClock.Pass(1000);
            return field;
        }
        init;
    }
}

/// <summary>An exception of which each look takes a second.</summary>
public sealed class HeavyException : Exception
{
    public override string Message
    {
        get
        {
            HandClock.Pass(1000);
            return "heavy";
        }
    }
}

/// <summary>Methods of each shape that work for five milliseconds.</summary>
public sealed partial class Slow
{
    [AgentTool] public void Nothing(Heavy value) => Work(value);

    [AgentTool] public Heavy Value(Heavy value) => Work(value);

    [AgentTool] public Heavy Throws(Heavy value)
    {
        Work(value);
        throw new HeavyException();
    }

    [AgentTool] public Heavy Out(Heavy value, out Heavy other) => other = Work(value);

    [AgentTool] public Task TaskOut(Heavy value, out Heavy other)
    {
        other = Work(value);
        return Task.CompletedTask;
    }

    [AgentTool] public async Task TaskOf(Heavy value)
    {
        await Task.Yield();
        Work(value);
    }

    [AgentTool] public async Task<Heavy> TaskOfValue(Heavy value)
    {
        await Task.Yield();
        return Work(value);
    }

    [AgentTool] public async Task<Heavy> TaskThrows(Heavy value)
    {
        await Task.Yield();
        Work(value);
        throw new HeavyException();
    }

    [AgentTool] public Task<Heavy> TaskAtOnce(Heavy value) => Task.FromResult(Work(value));

    [AgentTool] public ValueTask<Heavy> ValueTaskAtOnce(Heavy value) => new(Work(value));

    [AgentTool] public async ValueTask<Heavy> ValueTaskOfValue(Heavy value)
    {
        await Task.Yield();
        return Work(value);
    }

    [AgentTool] public IEnumerable<Heavy> Many(Heavy value) => [Work(value), value];

    [AgentTool] public IEnumerable<Heavy> Lazy(Heavy value)
    {
        yield return value;
        yield return Work(value);
        yield return value;
    }

    [AgentTool] public IEnumerable<Heavy> Before(Heavy value)
    {
        Work(value);
        return Iterate();

        IEnumerable<Heavy> Iterate()
        {
            yield return value;
            yield return value;
        }
    }

    [AgentTool] public async IAsyncEnumerable<Heavy> Stream(Heavy value, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        yield return value;
        yield return Work(value);
        cancellationToken.ThrowIfCancellationRequested();
    }

    [AgentTool] public Stream Bytes(Heavy value) => new BufferedStream(new MemoryStream([(byte)Work(value).GetHashCode()]));

    [LlmCall] public Heavy Model(Heavy value) => Work(value);

    [AgentRun] public async Task<Heavy> Agent(Heavy value)
    {
        await Task.Yield();
        return Work(value);
    }

    [AgentTool] public partial Task<Heavy> Owned(Heavy value);
    private async Task<Heavy> OwnedCore(Heavy value)
    {
        await Task.Yield();
        return Work(value);
    }

    private static Heavy Work(Heavy value)
    {
        HandClock.Pass(5);
        return value;
    }
}
