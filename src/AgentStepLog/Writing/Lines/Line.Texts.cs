using System.Text;
using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// The part of a line that cuts texts which are too long for their fields. Secrets are searched for before the cut, because half a secret is not recognized.
/// </summary>
internal sealed partial class Line
{
    /// <summary>The beginning of a text, of at most so many bytes, without secrets and known values. Returns the same object if the text is short enough.</summary>
    internal string Cut(string text, int maxBytes) => _log.Secrets.Cut(Searched(text, maxBytes), maxBytes);

    /// <summary>
    /// The beginning of a text, of at most so many bytes. It ends before a secret or a known value, and not within one. Secrets within it are withheld when the line is
    /// complete.
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

    /// <summary>
    /// The text for the field <c>error</c>: all of a short message, or the beginning of a longer one. A message that is larger than a value may be is followed by its
    /// length.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="goesOn">Whether the whole message goes to a blob.</param>
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

    // Searches at least as much of the text as a blob may hold.
    private string Searched(string text, int maxBytes) => TextStart.Searched(text, Math.Max(_log.ValueLimit - KnownValues.MaxBytes, maxBytes));

    private bool Fits(string text)
    {
        var start = _json.Length;
        var fits = _json.TryText(text, _log.ValueLimit - 2);
        _json.Cut(start);
        return fits;
    }
}
