using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog;

/// <summary>A call that ended: a tool call, an LLM call or an agent call.</summary>
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

    /// <summary>How the call came into the log.</summary>
    public StepRoute Route { get; init; }

    /// <summary>The recorded member, such as <c>Surf.SurfTools.GetWeatherAsync</c>; null when recorded manually.</summary>
    public string? Method { get; init; }

    /// <summary>The place of the call in the source; null when unknown, as for calls by the model.</summary>
    public Caller? Caller { get; init; }

    /// <summary>
    /// The arguments as a JSON object; absent when they were not captured. Values in blobs are read at each
    /// access. If a blob is gone or was altered, its value stays a <c>{"$blob":…}</c> reference.
    /// </summary>
    public JsonText InputJson { get => InputValue.Of(this, nameof(InputJson)); init => InputValue = FieldValue.Of(value); }

    /// <summary>The returned value as JSON; absent when there is none or it was not captured. Blobs as in <see cref="InputJson"/>.</summary>
    public JsonText OutputJson { get => OutputValue.Of(this, nameof(OutputJson)); init => OutputValue = FieldValue.Of(value); }

    /// <summary>How many items a stream or lazy sequence returned; null for other results.</summary>
    public long? Items { get; init; }

    /// <summary>How many of the last <see cref="Items"/> are not in <see cref="OutputJson"/>; null when it has all.</summary>
    public long? ItemsLeftOut { get; init; }

    /// <summary>Time to the first item of a stream or lazy sequence; null when there was none. For LLM calls see <see cref="LlmCallStep.FirstToken"/>.</summary>
    public TimeSpan? FirstItem { get; init; }

    /// <summary>Whether the caller stopped enumerating a stream or lazy sequence before its end. This is no error.</summary>
    public bool Incomplete { get; init; }

    /// <summary>How many bytes were read from the stream that the call returned; null when it returned no stream.</summary>
    public long? BytesRead { get; init; }

    /// <summary>How many bytes were written to the stream that the call returned; null when none were.</summary>
    public long? BytesWritten { get; init; }

    /// <summary>The notes that the tool added for the model and the log while it ran, in order.</summary>
    public IReadOnlyList<string> Notes { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>The error message; null when the call succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>The full name of the exception's type; null when there was no exception.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The first stack frames of the exception. Those of the user's own code come first.</summary>
    public IReadOnlyList<string> ErrorFrames { get; init => field = EquatableList<string>.From(value); } = EquatableList<string>.Empty;

    /// <summary>
    /// The inner exceptions, where there are any: the four nearest ones and the deepest one, each after the exception that it caused. At most five.
    /// </summary>
    public IReadOnlyList<ErrorCause> ErrorCauses { get; init => field = EquatableList<ErrorCause>.From(value); } = EquatableList<ErrorCause>.Empty;

    /// <summary>
    /// Whether the call was canceled, by any side; <see cref="Error"/> is set, too. A call that timed out was not canceled, even if its exception is an
    /// <see cref="OperationCanceledException"/>, such as that of <see cref="HttpClient.Timeout"/>.
    /// </summary>
    public bool Canceled { get; init; }

    /// <summary>The duration of the call, to the microsecond.</summary>
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
