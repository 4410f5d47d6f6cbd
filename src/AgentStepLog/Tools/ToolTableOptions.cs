using AgentStepLog.Json;

namespace AgentStepLog;

/// <summary>What a tool table takes from a model. <see cref="ToolTable.With"/> sets it.</summary>
public sealed record ToolTableOptions
{
    /// <summary>
    /// Whether values of a wrong JSON type that models often send are taken for what was meant: a number, boolean, object or array written as a
    /// string, a number or boolean where a string is asked for, a single value where an array is, an array of names where names of <c>[Flags]</c> are;
    /// an empty string, or one that says <c>null</c> or <c>None</c>, where a value may be null or left out; and all arguments in a code fence or
    /// as one string. Off unless set. The step's <see cref="ToolCallStep.Coerced"/> says where it happened.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>How many bytes of UTF-8 the arguments of one call may have: 1 MiB unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int MaxBytes { get; init => field = AtLeast(value, 2, nameof(MaxBytes)); } = 1024 * 1024;

    /// <summary>How deep objects and arrays may stand within each other, the arguments' own object included: 64 levels unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than 512: what reads them calls itself for each level.</exception>
    public int MaxDepth
    {
        get;
        init => field = value <= LogJson.MaxTextDepth
            ? AtLeast(value, 1, nameof(MaxDepth))
            : throw new ArgumentOutOfRangeException(nameof(MaxDepth), value, $"At most {LogJson.MaxTextDepth}.");
    } = 64;

    /// <summary>How many values the arguments of one call may have in all, at any depth: 100,000 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxItems { get; init => field = AtLeast(value, 1, nameof(MaxItems)); } = 100_000;

    internal static ToolTableOptions Default { get; } = new();

    private static int AtLeast(int value, int least, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"At least {least}.");
}
