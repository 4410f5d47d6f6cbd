using System.Globalization;
using System.Text.RegularExpressions;
using AgentStepLog;

namespace QuickStart;

/// <summary>
/// Stands where a language model would: finds the UV index in a question by a pattern, so that the sample needs no network. Its
/// tokens are the words that it read and wrote.
/// </summary>
public sealed partial class PatternModel
{
    /// <summary>Reads the UV index out of a question.</summary>
    /// <exception cref="FormatException">The question names no UV index.</exception>
    [LlmCall(Model = "pattern-1", Provider = "quickstart")]
    public Reply Ask(string question)
    {
        var found = UvIndex().Match(question);
        if (!found.Success)
        {
            throw new FormatException($"No UV index in \"{question}\". Ask like: The UV index is 8. How long can I surf?");
        }

        var text = found.Groups[1].Value;
        return new Reply(double.Parse(text, CultureInfo.InvariantCulture), question.Split(' ').Length, 1, "stop");
    }

    [GeneratedRegex(@"UV index (?:is|of) (\d+(?:\.\d+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UvIndex();
}
