using System.Collections;
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>Tools that give their results one by one, and tell what happened to them.</summary>
public sealed class Waves
{
    public static readonly AsyncLocal<string?> Ambient = new();

    public List<string> Events { get; } = [];

    public CancellationToken Seen { get; private set; }

    public Exception Thrown { get; } = new InvalidDataException("Out of waves.");

    /// <summary>Counts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fail">Before which it fails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [AgentTool]
    public async IAsyncEnumerable<int> CountAsync(int count, int fail = -1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Seen = cancellationToken;
        Events.Add("begin");
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Pause(i);
                cancellationToken.ThrowIfCancellationRequested();
                if (i == fail)
                {
                    throw Thrown;
                }

                Measure(i);
                Ambient.Value = "callee";
                yield return i;
            }
        }
        finally
        {
            Measure(-1);
            Events.Add("end");
        }
    }

    /// <summary>Counts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fail">Before which it fails.</param>
    [AgentTool(Name = "CountNow")]
    public IEnumerable<int> Count(int count, int fail = -1)
    {
        Events.Add("begin");
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (i == fail)
                {
                    throw Thrown;
                }

                Measure(i);
                yield return i;
            }
        }
        finally
        {
            Measure(-1);
            Events.Add("end");
        }
    }

    [AgentTool]
    public IEnumerable Untyped(int count) => Count(count);

    [AgentTool]
    public IEnumerator<int> Enumerate(int count) => Count(count).GetEnumerator();

    [AgentTool]
    public IAsyncEnumerator<int> EnumerateAsync(int count) => CountAsync(count).GetAsyncEnumerator();

    [AgentTool]
    public async Task<IAsyncEnumerable<int>> LaterAsync(int count, bool fail)
    {
        await Task.Yield();
        Measure(100);
        return fail ? throw Thrown : CountAsync(count);
    }

    [AgentTool]
    public ValueTask<IEnumerable<int>> SoonAsync(int count) => new(Count(count));

    [AgentTool]
    public IAsyncEnumerable<int> Checked(int count) => count < 0 ? throw Thrown : CountAsync(count);

    [AgentTool]
    public IEnumerable<string> Materialised(List<string> names) => names;

    [AgentTool]
    public IEnumerable<string> Query(IEnumerable<string> names) => names.AsQueryable();

    [AgentTool]
    [return: Sensitive("place")]
    public async IAsyncEnumerable<string> SecretAsync()
    {
        await Task.Yield();
        yield return "Nazaré";
    }

    [AgentTool]
    public int Measure(int wave) => wave;

    private static Task Pause(int i) => i % 2 == 0 ? Task.CompletedTask : Task.Delay(1);
}
