using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The losses since the last <c>gap</c>. Guarded by the log's lock.</summary>
internal sealed class Losses(RunSecrets secrets)
{
    private Loss _untold;

    /// <summary>How many records this log has lost, reported or not.</summary>
    internal long Total { get; private set; }

    /// <summary>The last failure.</summary>
    internal string? LastReason { get; private set; }

    /// <summary>Whether there are losses to report. It may be read without the lock: a thread that sees a loss late reports it with the next line.</summary>
    internal bool Untold => Volatile.Read(ref _untold.Reason) is not null;

    /// <summary>The text for a failure. Call it without the lock, because an exception's message may be the user's code.</summary>
    internal string Told(Exception cause) => ErrorText.Told(cause, secrets);

    internal void AddLine(string reason, long timestamp) => AddLines(reason, 1, timestamp);

    /// <summary>Adds lines that were in a file that is gone.</summary>
    internal void AddLines(string reason, long lines, long timestamp)
    {
        Add(reason, timestamp);
        _untold.Lines += lines;
        Total += lines;
    }

    /// <summary>Adds blobs that were beside the file and are gone.</summary>
    internal void AddValues(string reason, int values, long timestamp)
    {
        Add(reason, timestamp);
        _untold.Values += values;
        Total += values;
    }

    /// <summary>Records a failure that loses nothing, and that only the log's health reports. No line withholds secrets from the text, so it must have none.</summary>
    internal void Mention(string reason) => LastReason = reason;

    /// <summary>Records a failure that loses nothing, and that a gap reports.</summary>
    internal void Add(string reason, long timestamp)
    {
        Mention(reason);
        _untold.From = Untold ? _untold.From : timestamp;
        _untold.To = timestamp;
        _untold.Reason ??= LastReason;
    }

    /// <summary>Returns the losses to report, and forgets them. <see cref="PutBack"/> restores them if the gap could not be written.</summary>
    internal Loss Take()
    {
        var untold = _untold;
        _untold = default;
        return untold;
    }

    internal void PutBack(in Loss loss)
    {
        if (loss.Reason is not null)
        {
            _untold = new()
            {
                Lines = loss.Lines + _untold.Lines,
                Values = loss.Values + _untold.Values,
                From = loss.From,
                To = Untold ? _untold.To : loss.To,
                Reason = loss.Reason,
            };
        }
    }
}
