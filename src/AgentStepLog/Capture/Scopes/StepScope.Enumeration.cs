using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope between a call that has returned and the steps of its enumerations.</summary>
public sealed partial class StepScope
{
    /// <summary>Begins the step of an enumeration. It returns null if that fails; then the enumeration runs unrecorded.</summary>
    /// <exception cref="StepLogException">The step cannot begin, and the enumeration must not run unrecorded (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    internal static StepScope? BeginEnumeration(LazyCall call, ActiveStep node, bool isFirst, int? attempt)
    {
        StepScope? scope = null;
        try
        {
            scope = ScopePool.Rent();
            scope.Start(call, node, isFirst, attempt);
            return scope;
        }
        catch (StepLogException e) when (e.IsRefusal)
        {
            throw;
        }
        catch (Exception e)
        {
            call.Log.Writer.Lose(e);
            scope?.Release();
            return call.FailsClosed ? throw call.Refused(e) : null;
        }
    }

    // The call has returned, and its step has not begun. The step's data waits outside of the pooled scope, because the step may never begin.
    private LazyCall? Rest(object? returned)
    {
        if (returned is null)
        {
            End();
            return null;
        }

        LazyCall? call = null;
        Returned();
        try
        {
            call = new(_node ?? new(_ownFrame ?? _frame, _spanId))
            {
                Method = _method,
                Origin = _origin,
                Frame = _frame,
                ParentId = _parentId,
                Attempt = _attempt,
                Input = _inputLength == 0 ? null : _capture.CopyInput(_inputLength),
                Spent = Math.Max(0, (_ended ?? Writer.Clock()) - _began),
                IsAnnounced = _isAnnounced,
                Tools = _tools,
            };
            Writer.CallRests(_line);
        }
        catch (Exception e)
        {
            Writer.CallIsLost(_line, e);
        }

        Release();
        return call;
    }

    private void Start(LazyCall call, ActiveStep node, bool isFirst, int? attempt)
    {
        _log = call.Log;
        _capture.Limit = call.Log.Options.ValueLimit;
        _method = call.Method;
        _origin = call.Origin;
        _frame = call.Frame;
        _ownFrame = call.Method.Kind == StepKind.AgentCall ? node.Frame : null;
        _node = node;
        _attempt = attempt ?? call.Attempt;
        _tools = call.Tools;
        _parentId = call.ParentId;
        _spanId = node.SpanId;
        _isEnumeration = true;
        _capture.Begin(Writer.Secrets);
        var began = Writer.Clock();
        if (call.Input is { } input)
        {
            _capture.PasteInput(input);
            _inputLength = _outputStart = _capture.Length;
        }

        Writer.CallBegins();
        _isAnnounced = isFirst && call.IsAnnounced;
        if (MustAnnounce)
        {
            Announce();
        }

        _began = Time(began).Value - (isFirst ? call.Spent : 0);
    }
}
