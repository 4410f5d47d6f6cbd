using AgentStepLog.Json;

namespace AgentStepLog;

/// <summary>The limits and the leniency of a tool table for a model's arguments. <see cref="ToolTable.With"/> checks and copies them.</summary>
public sealed class ToolTableOptions
{
    /// <summary>
    /// Whether values of a wrong JSON type that models often send are read as the intended value. These are: a number, boolean, object or array written as a string; a
    /// number or boolean in place of a string; a single value in place of an array; an array of names in place of names of <c>[Flags]</c>; an empty string, <c>null</c>
    /// or <c>None</c> as a string, in place of a null or left-out value; and all arguments in a code fence or as one string. The step's
    /// <see cref="ToolCallStep.Coerced"/> lists the places. Default: false.
    /// </summary>
    public bool Lenient { get; set; }

    /// <summary>The most bytes of UTF-8 that the arguments of one call may have. At least 2. Default: 1,048,576 (1 MiB).</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How deeply objects and arrays may be nested, the arguments' own object included. Range: 1 to 512, because reading recurses once per level. Default: 64.
    /// </summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>The most values that the arguments of one call may have, at any depth. At least 1. Default: 100,000.</summary>
    public int MaxItems { get; set; } = 100_000;

    internal static ToolTableOptions Default { get; } = new();

    /// <summary>A checked copy, so that later changes of the caller's object do not affect it.</summary>
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
