using System.Globalization;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>
/// One record of a run: what one line of the log says. Immutable, compared by value. Steps come out of a log
/// (<see cref="StepLogFile"/>, or the log's own <c>Steps</c>); those that derive from <see cref="HostStep"/> a program makes and records itself.
/// What all steps have in common the log sets; the rest <c>with</c> can change in copies, for tests of your own code.
/// </summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>The run that this step belongs to.</summary>
    public string RunId { get; internal init; } = "";

    /// <summary>The line's number in the log: 0 is the header. The format's <c>step</c>.</summary>
    public long Number { get; internal init; }

    /// <summary>The line's type, such as <c>tool_call</c>.</summary>
    public string Type { get; internal init; } = "";

    /// <summary>The kind of step.</summary>
    public abstract StepKind Kind { get; }

    /// <summary>When the line was written, by the wall clock, to the microsecond, in UTC. May step back with the clock.</summary>
    public DateTimeOffset Timestamp { get; internal init; }

    /// <summary>Time since the header by a monotonic clock, to the microsecond; never steps back.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The values that were withheld, in the order of the line.</summary>
    public IReadOnlyList<WithheldValue> Withheld { get; internal init => field = EquatableList<WithheldValue>.From(value); } = EquatableList<WithheldValue>.Empty;

    /// <summary>
    /// Whether a process that went on with the run wrote this line first: from here on the run knows nothing of the values that only lines before withheld, and
    /// withholds them where they are marked.
    /// </summary>
    public bool Resumed { get; internal init; }

    /// <summary>What chains this line to the one before: base64 of that line's leaf hash; 32 random bytes in the header.</summary>
    public string Prev { get; internal init; } = "";

    /// <summary>
    /// The members that <c>ToString</c> shows: number and what tells the step from others, never whole values. The typed records of a log's class show
    /// their arguments and result, too.
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
