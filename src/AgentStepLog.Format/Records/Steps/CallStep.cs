using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A call that ended: of a tool, of a model, or of a nested agent.</summary>
public abstract record CallStep : Step
{
    private protected CallStep()
    {
    }

    private protected CallStep(Step envelope)
        : base(envelope)
    {
    }

    /// <summary>The call's id in its run: 16 lower-case hex digits.</summary>
    public string SpanId { get; init; } = "";

    /// <summary>The <see cref="SpanId"/> of the enclosing call; null at top level.</summary>
    public string? ParentId { get; init; }

    /// <summary>The way by which the call came.</summary>
    public StepRoute Route { get; init; }

    /// <summary>The recorded member, such as <c>Surf.SurfTools.GetWeatherAsync</c>; null when recorded manually.</summary>
    public string? Method { get; init; }

    /// <summary>Where the call stands in the source; null when unknown, as for calls by the model.</summary>
    public Caller? Caller { get; init; }

    /// <summary>
    /// The arguments as a JSON object; absent when they were not captured. Spilled values are read from their blobs at each
    /// access; one whose blob is gone or was altered stays as its <c>{"$blob":…}</c> reference.
    /// </summary>
    public JsonText InputJson { get => InputValue.Of(this, nameof(InputJson)); init => InputValue = FieldValue.Of(value); }

    /// <summary>The returned value as JSON; absent when there is none or it was not captured. Blobs as in <see cref="InputJson"/>.</summary>
    public JsonText OutputJson { get => OutputValue.Of(this, nameof(OutputJson)); init => OutputValue = FieldValue.Of(value); }

    /// <summary>How many items a stream or lazy sequence gave; null for what is neither.</summary>
    public long? Items { get; init; }

    /// <summary>How many of the <see cref="Items"/>, the last ones, <see cref="OutputJson"/> does not hold; null when it holds all.</summary>
    public long? ItemsLeftOut { get; init; }

    /// <summary>Time to the first item of a stream or lazy sequence; null when there was none. Of model calls: <see cref="LlmCallStep.FirstToken"/>.</summary>
    public TimeSpan? FirstItem { get; init; }

    /// <summary>Whether who enumerated a stream or lazy sequence left it before its end. No error.</summary>
    public bool Incomplete { get; init; }

    /// <summary>How many bytes were read of the stream that the call returned; null for what is no stream.</summary>
    public long? BytesRead { get; init; }

    /// <summary>How many bytes were written to it; null for none.</summary>
    public long? BytesWritten { get; init; }

    /// <summary>What the tool noted for model and log while it ran, in order.</summary>
    public IReadOnlyList<string> Notes { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>Why the call failed; null when it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Full name of the exception's type; null when there was none.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The first stack frames of the exception, the user's first.</summary>
    public IReadOnlyList<string> ErrorFrames { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>
    /// What the exception had within it, where there was anything: the four nearest and the deepest one, each behind the one that it caused; at most five.
    /// </summary>
    public IReadOnlyList<ErrorCause> ErrorCauses { get; init => field = EquatableList<ErrorCause>.From(value); } = EquatableList<ErrorCause>.Empty;

    /// <summary>
    /// Whether the call was canceled, by whomever; <see cref="Error"/> is then set too. One that took too long was not, though its exception be an
    /// <see cref="OperationCanceledException"/>, as that of <see cref="HttpClient.Timeout"/> is.
    /// </summary>
    public bool Canceled { get; init; }

    /// <summary>How long the call took, to the microsecond.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the call ended without an error.</summary>
    public bool Succeeded => Error is null;

    internal FieldValue InputValue { get; init; }

    internal FieldValue OutputValue { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        PrintName(builder);
        Print(builder, nameof(Duration), Duration);
        Print(builder, nameof(Error), Error);
        return true;
    }

    private protected abstract void PrintName(StringBuilder builder);
}
