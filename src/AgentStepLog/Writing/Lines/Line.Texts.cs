using System.Text;
using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>Beginnings of texts that are too long for their fields. Secrets in them are looked for first: they would not be known by their halves.</summary>
internal sealed partial class Line
{
    /// <summary>The beginning of a text that has at most so many bytes, without tokens and known values; the same object if it is as short.</summary>
    internal string Cut(string text, int maxBytes) => _log.Secrets.Cut(Searched(text, maxBytes), maxBytes);

    /// <summary>
    /// The beginning of a text that has at most so many bytes, and ends before a token or a known value rather than within it: what is in it is found, and told, when the
    /// line is complete.
    /// </summary>
    internal string Beginning(string text, int maxBytes)
    {
        if (TextStart.Fits(text, maxBytes))
        {
            return text;
        }

        var end = maxBytes;
        foreach (var match in _log.Secrets.Find(Encoding.UTF8.GetBytes(Searched(text, maxBytes))) ?? [])
        {
            end = match.Start < end && match.End > end ? match.Start : end;
        }

        return TextStart.Of(text, end);
    }

    /// <summary>What the field <c>error</c> holds of a message: all of a short one, the beginning of another, and of one that is larger than a value may be its length as well.</summary>
    /// <param name="message">The message.</param>
    /// <param name="goesOn">Whether the whole of it goes to a blob.</param>
    internal string CutError(string message, out bool goesOn)
    {
        var kept = Cut(message, LineLimits.MaxError);
        goesOn = !ReferenceEquals(kept, message);
        if (!goesOn || Fits(message))
        {
            return kept;
        }

        goesOn = false;
        var mark = " " + TooLarge.MarkOf(message.Length);
        return Cut(message, LineLimits.MaxError - mark.Length) + mark;
    }

    // All that a blob may hold of the text, at least.
    private string Searched(string text, int maxBytes) => TextStart.Searched(text, Math.Max(_log.ValueLimit - KnownValues.MaxBytes, maxBytes));

    private bool Fits(string text)
    {
        var start = _json.Length;
        var fits = _json.TryText(text, _log.ValueLimit - 2);
        _json.Cut(start);
        return fits;
    }
}
