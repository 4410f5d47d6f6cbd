using AgentStepLog.Capture;
using AgentStepLog.Records;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope that writes the intent before a call, and refuses the call if that fails.</summary>
public sealed partial class StepScope
{
    private bool _isAnnounced;

    private bool IsRefusedUnwritten => _method.FailsClosedIn(_log);

    // Agent calls are announced so that readers see the tree while it grows. Calls that change the world, and calls that must not run unrecorded, are announced because
    // the intent may be their only trace.
    private bool MustAnnounce => !_isAnnounced && (_ownFrame is not null || _method.ChangesTheWorld || IsRefusedUnwritten);

    /// <exception cref="StepLogException">The intent could not be written, and the call must not be made. The scope is released.</exception>
    private void Announce()
    {
        _isAnnounced = true;
        var refuses = IsRefusedUnwritten;
        if (WriteIntent(refuses) is not { } flaw || !refuses)
        {
            return;
        }

        var refusal = _method.Refused(_log, flaw);
        Writer.CallRests(_line);
        Release();
        throw refusal;
    }

    private Exception? WriteIntent(bool refuses)
    {
        try
        {
            Writer.Begin(_line, StepKind.Intent);
            _line.Secrets.IsManual = _origin.Route == StepRoute.Manual;
            WriteIds();
            _line.Label(NameOfName(), _method.Kind == StepKind.LlmCall ? ModelName : _method.Name);
            _line.Label("call_id"u8, _origin.CallId);
            WriteInput();
            _line.Complete();
            return refuses && _line.HasLostValue
                ? new IOException(Writer.Health.LastFailure)
                : Writer.Announce(_line, waits: refuses);
        }
        catch (Exception e)
        {
            Writer.Lose(e);
            return e;
        }
    }

    private ReadOnlySpan<byte> NameOfName() => _method.Kind switch
    {
        StepKind.ToolCall => "tool"u8,
        StepKind.LlmCall => "model"u8,
        _ => "agent"u8,
    };
}
