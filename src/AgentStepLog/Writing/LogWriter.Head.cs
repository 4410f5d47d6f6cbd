using System.Buffers.Text;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>What the log notes of itself, so that it can be gone on with.</summary>
internal sealed partial class LogWriter
{
    private readonly HeadKeeper? _head;
    private readonly Dictionary<ulong, OpenCall> _openIntents = [];
    private bool _hasEnd;

    /// <summary>Writes the head as if it were time to.</summary>
    internal void WriteHeadNow() => _head?.WriteNow();

    // Under the lock.
    private IReadOnlyList<(int Number, long Length)> WriteHead(JsonBuffer json, HeadPosition position)
    {
        HeadText.Begin(json, _run.RunId, _number, _files, position);
        HeadText.WriteIntents(json, _openIntents);
        json.Raw(_hasEnd ? ",\"ended\":true,\"totals\":"u8 : ",\"ended\":false,\"totals\":"u8);
        _totals.WriteState(json);
        return [.. _files];
    }

    // Under the lock, before the line counts.
    private void NoteIntent(ref BatchLine line)
    {
        if (line.Type == StepKind.Intent)
        {
            var offset = _segment.Length - _stamp.Lines.Length + line.Start - 1;
            _openIntents[SpanOf(line.Fields.Span)] = new(_number, _segment.Number, offset);
        }
        else if (_openIntents.Count > 0 && line.Type is StepKind.LlmCall or StepKind.ToolCall or StepKind.AgentCall)
        {
            _openIntents.Remove(SpanOf(line.Fields.Span));
        }
    }

    private static ulong SpanOf(ReadOnlySpan<byte> fields)
    {
        var name = "\"span_id\":\""u8;
        var at = fields.IndexOf(name);
        return Utf8Parser.TryParse(fields.Slice(at + name.Length, 16), out ulong span, out _, 'x') ? span
            : throw new InvalidOperationException("The line of a call bears its id.");
    }
}
