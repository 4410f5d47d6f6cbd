using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    private string[] _notes = [];
    private string? _unread;

    private void WriteOutcome(Failure failure)
    {
        if (failure.Message is null && _origin.Route == StepRoute.Table && _capture.Failure is { } unwritable)
        {
            // The tool ran, but its model got an error.
            failure = Failure.Unwritable(_method.Name, unwritable, _outputIsWithheld);
        }

        var ended = _ended ?? Writer.Clock();
        var duration = Math.Max(0, ended - _began);
        CloseItems(failed: failure.Message is not null);
        Writer.Begin(_line, _method.Kind);
        _line.Secrets.IsManual = _origin.Route == StepRoute.Manual;
        _line.Milliseconds("duration_ms"u8, duration);
        WriteIds();
        _line.Name("route"u8);
        _line.Json.Raw(RouteName());
        _line.Label("method"u8, _method.MethodJson);
        WriteCaller();
        switch (_method.Kind)
        {
            case StepKind.ToolCall:
                WriteName("tool"u8);
                _line.Label("call_id"u8, _origin.CallId);
                _line.Number("attempt"u8, _attempt);
                _line.Coerced(_origin.Coerced);
                break;
            case StepKind.LlmCall:
                WriteModel();
                break;
            case StepKind.AgentCall:
                WriteName("agent"u8);
                break;
            default:
                throw new InvalidOperationException($"A call is not of the kind {_method.Kind}.");
        }

        WriteInput();
        WriteOutput();
        WriteItems();
        WriteAgentTokens();
        ThrownSecrets.Pass(failure.Thrown, Writer.Secrets);
        _line.Texts("notes"u8, _unread is null ? _notes : [.. _notes, _unread]);
        failure.Write(_line, always: true);
        if (_method.Kind == StepKind.LlmCall && _usage != default)
        {
            _frame.Add(_usage);
        }

        Writer.CallEnds(_line, ended, Facts(duration, failure));
    }

    private void WriteIds()
    {
        _line.Span("span_id"u8, _spanId);
        if (_parentId != 0)
        {
            _line.Span("parent_id"u8, _parentId);
        }
    }

    private void WriteCaller()
    {
        if (_origin.Caller is not var (file, line, member))
        {
            return;
        }

        var json = _line.Json;
        _line.Name("caller"u8);
        var start = json.Length;
        json.Raw("{\"file\":"u8);
        json.String(file);
        json.Raw(",\"line\":"u8);
        json.Number(line);
        json.Raw(",\"member\":"u8);
        json.String(member);
        json.Raw("}"u8);
        _line.EndValue(start, LineValueForm.Label);
    }

    private void WriteName(ReadOnlySpan<byte> field)
    {
        if (_method.NameJson is { IsEmpty: false } json)
        {
            _line.Label(field, json);
        }
        else
        {
            _line.Label(field, _method.Name);
        }
    }

    private void WriteModel()
    {
        _line.Label("model"u8, ModelName);
        _line.Label("provider"u8, _provider ?? _method.Provider);
        WriteTokens(_usage, "input_tokens"u8, "output_tokens"u8, "cached_tokens"u8, "reasoning_tokens"u8);
        _line.Label("stop_reason"u8, _stopReason);
        _line.Label("response_id"u8, _responseId);
        if (_firstItem is { } first)
        {
            _line.Milliseconds("first_token_ms"u8, first);
        }

        _line.Number("attempt"u8, _attempt);
        WriteTools();
    }

    private void WriteAgentTokens()
    {
        if (_ownFrame is not null)
        {
            var (own, total) = _ownFrame.Sums();
            WriteTokens(own, "input_tokens"u8, "output_tokens"u8, "cached_tokens"u8, "reasoning_tokens"u8);
            WriteTokens(total, "total_input_tokens"u8, "total_output_tokens"u8, "total_cached_tokens"u8, "total_reasoning_tokens"u8);
        }
    }

    private void WriteTokens(
        Tokens tokens, ReadOnlySpan<byte> input, ReadOnlySpan<byte> output, ReadOnlySpan<byte> cached, ReadOnlySpan<byte> reasoning)
    {
        _line.Number(input, tokens.Input);
        _line.Number(output, tokens.Output);
        _line.Number(cached, tokens.Cached);
        _line.Number(reasoning, tokens.Reasoning);
    }

    private void WriteInput()
    {
        if (_inputLength == 0)
        {
            return;
        }

        _line.Name("input"u8);
        if (Mode == CaptureMode.Hash)
        {
            _capture.WriteValue(_line, 0, _inputLength, LineValueForm.Hash);
        }
        else
        {
            _capture.WriteInput(_line, _inputLength, _method.Kind == StepKind.LlmCall ? LineValueForm.History : LineValueForm.Value);
        }
    }

    private void WriteOutput()
    {
        if (Mode == CaptureMode.None || _capture.Length == _outputStart)
        {
            return;
        }

        if (_isEnumeration)
        {
            _line.Secrets.HasItems = true;
        }

        _line.Name("output"u8);
        _capture.WriteValue(
            _line, _outputStart, _capture.Length - _outputStart, Mode == CaptureMode.Hash ? LineValueForm.Hash : LineValueForm.Value);
    }

    private StepFacts Facts(long duration, Failure failure)
    {
        return new()
        {
            Name = _method.Kind == StepKind.LlmCall ? ModelName : _method.Name,
            Microseconds = duration,
            Failed = failure.Message is not null,
            ErrorType = failure.Type,
            Tokens = _usage,
        };
    }

    private string? ModelName => _model ?? NotEmpty(_method.Name);

    private ReadOnlySpan<byte> RouteName() => _origin.Route switch
    {
        StepRoute.Direct => "\"direct\""u8,
        StepRoute.Table => "\"table\""u8,
        StepRoute.Callee => "\"callee\""u8,
        _ => "\"manual\""u8,
    };

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
