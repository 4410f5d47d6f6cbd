using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// One call while it is recorded. Taken from a pool and given back when the call has ended: never touched after
/// <see cref="Fail"/> or one of the <c>End…</c> methods. Nothing here throws, except <see cref="Begin"/> under
/// <see cref="WhenNoLog.Throw"/>, and what begins a call under <see cref="LogFailurePolicy.FailClosed"/>.
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

    // Null until the call has ended, or while an item is recorded.
    private long? _ended;

    internal StepScope()
    {
    }

    private LogWriter Writer => _log.Writer;

    private CaptureMode Mode => _method.ModeIn(_log);

    /// <summary>Begins to record a call.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="origin">From where.</param>
    /// <param name="log">The log to write to; the ambient one when null or closed.</param>
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

    /// <summary>Gives the ambient step back to the caller.</summary>
    /// <param name="outer">What <see cref="Enter"/> returned.</param>
    public static void Leave(object? outer) => ActiveStep.Current = (ActiveStep?)outer;

    /// <summary>Makes this step the parent of what is called from here on; writes its intent first, where it has one.</summary>
    /// <returns>What was ambient before, for <see cref="Leave"/>.</returns>
    /// <exception cref="StepLogException">
    /// The intent cannot be written, and the call must not be made then (<see cref="LogFailurePolicy.FailClosed"/>). What is ambient is as it was,
    /// and this scope is over.
    /// </exception>
    public object? Enter() => EnterNow();

    /// <summary>
    /// The same for a method that may run when its result is enumerated: an agent's intent is written then. That of a tool which changes the
    /// world is written now, since it cannot be told from outside whether anything has happened yet.
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

    /// <summary>Leaves a text on this step; only after <see cref="Enter"/>.</summary>
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
            // Ids and clock may be the user's. The call goes on, and its absence is told.
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

    /// <summary>The call has ended: what it gave is read after this, and that time is not the call's.</summary>
    internal void Returned() => _ended ??= Time(null);

    // The clock may be the user's. Where it fails here the other reading counts, in which some of the recording's own time is; where it fails at the
    // beginning or at the end, the call is counted as lost.
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

    /// <summary>This call, while it runs in a log; asked by another thread. Its id is the last that a call is given, and the first that it gives back.</summary>
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
