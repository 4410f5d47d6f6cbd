using AgentStepLog.Capture;
using AgentStepLog.Records;

namespace AgentStepLog.CompilerServices;

/// <summary>What is written before a call is made, and what is not made where that cannot be written.</summary>
public sealed partial class StepScope
{
    private bool _isAnnounced;

    private bool IsRefusedUnwritten => _method.FailsClosedIn(_log);

    // Agents, so that the tree is seen while it grows; what changes the world, and what must not run unrecorded, because the intent may
    // be the only trace of it.
    private bool MustAnnounce => !_isAnnounced && (_ownFrame is not null || _method.ChangesTheWorld || IsRefusedUnwritten);

    /// <exception cref="StepLogException">It could not be written, and the call must not be made then; this scope is given back.</exception>
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
