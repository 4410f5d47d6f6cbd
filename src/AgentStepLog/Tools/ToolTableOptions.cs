using AgentStepLog.Json;

namespace AgentStepLog;

/// <summary>What a tool table takes from a model. <see cref="ToolTable.With"/> checks and copies it.</summary>
public sealed class ToolTableOptions
{
    /// <summary>
    /// Whether values of a wrong JSON type that models often send are taken for what was meant: a number, boolean, object or array written as a
    /// string, a number or boolean where a string is asked for, a single value where an array is, an array of names where names of <c>[Flags]</c> are;
    /// an empty string, or one that says <c>null</c> or <c>None</c>, where a value may be null or left out; and all arguments in a code fence or
    /// as one string. The step's <see cref="ToolCallStep.Coerced"/> says where it happened. Default: false.
    /// </summary>
    public bool Lenient { get; set; }

    /// <summary>How many bytes of UTF-8 the arguments of one call may have. At least 2. Default: 1,048,576 (1 MiB).</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep objects and arrays may stand within each other, the arguments' own object included. From 1 to 512: what reads them calls itself for each level. Default: 64.</summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>How many values the arguments of one call may have in all, at any depth. At least 1. Default: 100,000.</summary>
    public int MaxItems { get; set; } = 100_000;

    internal static ToolTableOptions Default { get; } = new();

    /// <summary>A checked copy, which later changes of the caller's object do not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range; the message names it.</exception>
    internal ToolTableOptions Checked()
    {
        Within(MaxBytes, 2, int.MaxValue, nameof(MaxBytes));
        Within(MaxDepth, 1, LogJson.MaxTextDepth, nameof(MaxDepth));
        Within(MaxItems, 1, int.MaxValue, nameof(MaxItems));
        return (ToolTableOptions)MemberwiseClone();
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"ToolTableOptions.{name} is {(most == int.MaxValue ? $"{least} at least" : $"from {least} to {most}")}.");
        }
    }
}
