#pragma warning disable CA1822, CA1852, CA1805, CA1069, CA2225, CA1065, CS0067 // The places are what they are.
using static AgentStepLog.IntegrationTests.Calls.Mark;

namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>What is called from every place below, once each.</summary>
public static class Mark
{
    [AgentTool]
    public static int Hit(int n) => n;

    [AgentTool]
    public static int Twice(this int n) => 2 * n;

    /// <summary>The same without a record.</summary>
    public static int Plain(int n) => n;
}

internal class Chain
{
    public Chain? Next { get; init; }

    [AgentTool]
    public Chain? Follow(int n) => n > 0 ? Next : null;
}

internal class Fields
{
    public static readonly Lazy<int> Late = new(() => Hit(1));

    public int Field = Hit(1);

    public int Length => Field;
}

internal class Auto
{
    public int Value { get; } = Hit(1);
}

internal class Chained
{
    protected Chained(int n) => Value = n;

    public Chained()
        : this(Hit(1))
    {
    }

    public int Value { get; }
}

internal class Based() : Chained(Hit(1));

internal class Members
{
    public int Got
    {
        get => Hit(1);
        set => Value = Hit(value);
    }

    public int Value { get; private set; }

    public int this[int index] => Hit(index);

    public event Action Happened
    {
        add => Hit(1);
        remove { }
    }

    public static Members operator +(Members left, int right)
    {
        left.Value = Hit(right);
        return left;
    }

    public static explicit operator int(Members members) => Hit(1);

    public IEnumerable<int> Iterate()
    {
        yield return Hit(1);
    }

    public async IAsyncEnumerable<int> IterateAsync()
    {
        await Task.Yield();
        yield return Hit(1);
    }

    public int Local()
    {
        static int Inner() => Hit(1);
        return Inner();
    }

    public int Filtered()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException) when (Hit(1) == 1)
        {
            return 1;
        }
    }

    public int Finally()
    {
        try
        {
            return 1;
        }
        finally
        {
            Hit(1);
        }
    }
}
