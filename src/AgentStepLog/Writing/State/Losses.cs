using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>What could not be written since the last <c>gap</c>. Guarded by the log's lock.</summary>
internal sealed class Losses(RunSecrets secrets)
{
    private Loss _untold;

    /// <summary>All losses of this log, told or not.</summary>
    internal long Total { get; private set; }

    /// <summary>What went wrong last.</summary>
    internal string? LastReason { get; private set; }

    /// <summary>May be read without the lock: who sees it late tells it with the next line.</summary>
    internal bool Untold => Volatile.Read(ref _untold.Reason) is not null;

    /// <summary>What is told of a cause. Not under the lock: an exception's message may be the user's code.</summary>
    internal string Told(Exception cause) => ErrorText.Told(cause, secrets);

    internal void AddLine(string reason, long timestamp) => AddLines(reason, 1, timestamp);

    /// <summary>Lines that stood in a file that is gone, too.</summary>
    internal void AddLines(string reason, long lines, long timestamp)
    {
        Add(reason, timestamp);
        _untold.Lines += lines;
        Total += lines;
    }

    /// <summary>Values that stood beside the file, and are gone.</summary>
    internal void AddValues(string reason, int values, long timestamp)
    {
        Add(reason, timestamp);
        _untold.Values += values;
        Total += values;
    }

    /// <summary>Nothing is lost by it, nor is anything to be told in the log. Health tells it, and no line withholds anything from that.</summary>
    internal void Mention(string reason) => LastReason = reason;

    /// <summary>Nothing is lost by it, but the log is to tell it.</summary>
    internal void Add(string reason, long timestamp)
    {
        Mention(reason);
        _untold.From = Untold ? _untold.From : timestamp;
        _untold.To = timestamp;
        _untold.Reason ??= LastReason;
    }

    /// <summary>Takes what is to be told; <see cref="PutBack"/> if it could not be.</summary>
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
