using System.Globalization;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// One record of a run, from one line of the log. Immutable, compared by value. Steps are read from a log
/// (<see cref="StepLogFile"/>, or the log's own <c>Steps</c>). An application makes and records those that derive from <see cref="HostStep"/> itself.
/// The log sets the properties that all steps have. In copies for tests of your own code, <c>with</c> can change the other properties.
/// </summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>The run that this step belongs to.</summary>
    public string RunId { get; internal init; } = "";

    /// <summary>The step's number in the log; 0 is the header. The format's <c>step</c>.</summary>
    public long Number { get; internal init; }

    /// <summary>The line's type, such as <c>tool_call</c>.</summary>
    public string Type { get; internal init; } = "";

    /// <summary>The kind of step.</summary>
    public abstract StepKind Kind { get; }

    /// <summary>
    /// When the line was written, by the wall clock, to the microsecond, in UTC. It can be earlier than that of the step before, if the clock was set back.
    /// </summary>
    public DateTimeOffset Timestamp { get; internal init; }

    /// <summary>Time since the header by a monotonic clock, to the microsecond. It never decreases.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The values that were withheld, in the order of the line.</summary>
    public IReadOnlyList<WithheldValue> Withheld { get; internal init => field = EquatableList<WithheldValue>.From(value); } = EquatableList<WithheldValue>.Empty;

    /// <summary>
    /// Whether this is the first line that a resumed run wrote. From here on the run does not know the values that earlier lines withheld, so that it
    /// withholds them only where they are marked.
    /// </summary>
    public bool Resumed { get; internal init; }

    /// <summary>Chains this line to the line before: base64 of that line's leaf. In the header: 32 random bytes.</summary>
    public string Prev { get; internal init; } = "";

    /// <summary>
    /// Prints the members that <c>ToString</c> shows: the number and the members that identify the step, never whole values. The typed steps of a generated log also
    /// show their arguments and result.
    /// </summary>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(Number)} = {Number}");
        return true;
    }

    private protected static void Print(StringBuilder builder, string name, object? value)
    {
        if (value is not null)
        {
            builder.Append(CultureInfo.InvariantCulture, $", {name} = {value}");
        }
    }
}
