using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// One call while it is recorded. The scope comes from a pool and returns to it when the call has ended, so it must not be used after <see cref="Fail"/> or one of the
/// <c>End…</c> methods. Two things can throw: <see cref="Begin"/> under <see cref="WhenNoLog.Throw"/>, and the beginning of a call under
/// <see cref="LogFailurePolicy.FailClosed"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class StepScope
{
    private readonly CaptureWriter _capture = new();
    private readonly Line _line = new();
    private RunLog _log = null!;
    private RecordedMethod _method = null!;
    private CallOrigin _origin;
    private AgentFrame _frame = null!;
    private AgentFrame? _ownFrame;
    private ActiveStep? _node;
    private ulong _spanId;
    private ulong _parentId;
    private int? _attempt;
    private long _began;

    // The time when the call ended, or when the recording of an item began; null while the call runs.
    private long? _ended;

    internal StepScope()
    {
    }

    private LogWriter Writer => _log.Writer;

    private CaptureMode Mode => _method.ModeIn(_log);

    /// <summary>Begins to record a call.</summary>
    /// <param name="method">The called method.</param>
    /// <param name="origin">The origin of the call.</param>
    /// <param name="log">The log to write to. If it is null or closed, the active log is used.</param>
    /// <returns>Null when no log is active.</returns>
    internal static StepScope? BeginAmong(RecordedMethod method, in CallOrigin origin, RunLog? log)
    {
        var ambient = ActiveStep.Open;
        var taken = origin.Taken();
        var target = log is { IsClosed: false, IsOff: false } ? log : ambient?.Log;
        if (target is null)
        {
            UnrecordedCalls.Count(method);
            return null;
        }

        return BeginIn(target, ambient, method, taken);
    }

    /// <summary>Makes the outer step active again.</summary>
    /// <param name="outer">The value that <see cref="Enter"/> returned.</param>
    public static void Leave(object? outer) => ActiveStep.Current = (ActiveStep?)outer;

    /// <summary>Makes this step the parent of the calls within it. If the step has an intent, the intent is written first.</summary>
    /// <returns>The step that was active before, for <see cref="Leave"/>.</returns>
    /// <exception cref="StepLogException">
    /// The intent cannot be written, and the call must not be made (<see cref="LogFailurePolicy.FailClosed"/>). The active step is unchanged, and this scope has ended.
    /// </exception>
    public object? Enter() => EnterNow();

    /// <summary>
    /// Does the same for a method that may run only when its result is enumerated. An agent's intent is written at the enumeration. The intent of a tool that changes
    /// the world is written now, because nothing shows whether the tool has already done something.
    /// </summary>
    /// <inheritdoc cref="Enter"/>
    public object? EnterLazy()
    {
        if (MustAnnounce && (_ownFrame is null || IsRefusedUnwritten))
        {
            Announce();
        }

        return BecomeParent();
    }

    /// <inheritdoc cref="Enter"/>
    internal ActiveStep? EnterNow()
    {
        if (MustAnnounce)
        {
            Announce();
        }

        return BecomeParent();
    }

    private ActiveStep? BecomeParent()
    {
        var outer = ActiveStep.Current;
        ActiveStep.Current = _node = new(_ownFrame ?? _frame, _spanId);
        _origin.Entered(_node);
        _began = Time(_began).Value;
        return outer;
    }

    /// <summary>Adds a note to this step. Call it only after <see cref="Enter"/>.</summary>
    internal void Note(string text) => _node?.Note(text);

    internal static StepScope? BeginIn(RunLog log, ActiveStep? ambient, RecordedMethod method, in CallOrigin origin)
    {
        StepScope? scope = null;
        try
        {
            scope = ScopePool.Rent();
            scope.Start(log, ambient?.Of(log) ?? ActiveStep.Root(log, ambient), method, origin);
            return scope;
        }
        catch (Exception e)
        {
            // The ids and the clock may be the user's code. The call continues, and a gap reports that its step is missing.
            log.Writer.Lose(e);
            scope?.Release();
            return method.FailsClosedIn(log) ? throw method.Refused(log, e) : null;
        }
    }

    private void Start(RunLog log, ActiveStep parent, RecordedMethod method, in CallOrigin origin)
    {
        _log = log;
        _capture.Begin(log.Writer.Secrets);
        _capture.Limit = log.Options.ValueLimit;
        _method = method;
        _origin = origin;
        _frame = parent.Frame;
        _ownFrame = method.Kind == StepKind.AgentCall ? new(parent.Frame) : null;
        _attempt = AttemptScope.Here;
        _parentId = parent.SpanId;
        _spanId = log.Options.Ids.NewSpanId();
        _began = log.Writer.Clock();
        log.Writer.CallBegins();
    }

    /// <summary>Ends the measured time of the call. Recording reads the results afterwards, and that time does not count for the call.</summary>
    internal void Returned() => _ended ??= Time(null);

    // The clock may be the user's code. If it fails here, the other reading counts, which includes some of the recording's own time. If it fails at the beginning or at
    // the end, the call counts as lost.
    [return: NotNullIfNotNull(nameof(otherwise))]
    private long? Time(long? otherwise)
    {
        try
        {
            return Writer.Clock();
        }
        catch (Exception)
        {
            return otherwise;
        }
    }

    /// <summary>
    /// This call as a running one, for another thread that asks; null if it does not run in the given log. The id is set last and cleared first, so that it marks the
    /// other fields as valid.
    /// </summary>
    internal RunningCall? RunningIn(LogWriter writer)
    {
        var span = Volatile.Read(ref _spanId);
        var (log, method, model, began) = (_log, _method, _model, _began);
        Interlocked.MemoryBarrier();
        return span != 0 && log?.Writer == writer && method is not null && Volatile.Read(ref _spanId) == span
            ? new(began, span, method.Kind, method.Kind == StepKind.LlmCall ? model ?? NotEmpty(method.Name) : method.Name)
            : null;
    }

    private void Release()
    {
        Volatile.Write(ref _spanId, 0);
        _capture.Reset();
        _line.Clear();
        _usage = default;
        (_model, _provider, _stopReason, _responseId) = (null, null, null, null);
        (_inputLength, _outputStart) = (0, 0);
        (_notes, _unread, _tools, _ended) = ([], null, null, null);
        (_log, _method, _origin, _frame, _ownFrame, _node, _result) = (null!, null!, default, null!, null, null, null);
        ForgetItems();
        ScopePool.Return(this);
    }
}
