using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

/// <summary>What could not be written since the last <c>gap</c>. Guarded by the log's lock.</summary>
internal sealed class Losses(TokenScanner tokens)
{
    private long _lines;
    private long _values;
    private long _from;
    private long _to;
    private string? _reason;

    /// <summary>All losses of this log, told or not.</summary>
    internal long Total { get; private set; }

    internal bool Untold => _lines + _values > 0;

    internal void AddLine(Exception cause, long timestamp)
    {
        _lines++;
        Add(cause, timestamp);
    }

    /// <summary>The log itself is gone, with all its lines.</summary>
    internal void AddAll(Exception cause, long lines, long timestamp)
    {
        _lines += lines;
        Add(cause, timestamp);
        Total += lines - 1;
    }

    internal void AddValue(Exception cause, long timestamp)
    {
        _values++;
        Add(cause, timestamp);
    }

    internal void Write(Line line)
    {
        line.Number("lost"u8, _lines);
        line.Name("from_ts"u8);
        line.Json.Fixed(_from, 6);
        line.Name("to_ts"u8);
        line.Json.Fixed(_to, 6);
        line.Label("reason"u8, _values == 0 ? _reason
            : $"{_reason} (values that stand in their lines by hash only: {_values})");
    }

    internal void Told()
    {
        _lines = 0;
        _values = 0;
        _reason = null;
    }

    private void Add(Exception cause, long timestamp)
    {
        Total++;
        _from = _reason is null ? timestamp : _from;
        _to = timestamp;
        _reason ??= tokens.Cut($"{cause.GetType().FullName}: {ErrorText.Message(cause)}", LineFormat.MaxError);
    }
}
