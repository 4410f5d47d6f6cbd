using System.Text.RegularExpressions;

namespace RepoAgents.Agents;

/// <summary>
/// The terms that a search for a subject tries, the likeliest first: the name itself, then the forms in which code writes it.
/// </summary>
internal static partial class SearchTerms
{
    /// <summary>The type or module before the last name of <c>Type.Member</c>, <c>Type::member</c>; null without one.</summary>
    public static string? Container(string subject) =>
        Qualified().Match(Bare(subject)) is { Success: true } m ? LastName(m.Groups["container"].Value) : null;

    /// <summary>Names under which the subject may be defined.</summary>
    public static IReadOnlyList<string> ForDefinition(string subject)
    {
        var name = LastName(Bare(subject));
        var written = AsWritten(name);
        // An attribute or an asynchronous method is often spoken of without the end of its name.
        return [.. written, .. written.Take(1).SelectMany(static w => new[] { w + "Attribute", w + "Async" })];
    }

    /// <summary>Texts by which the subject may be mentioned.</summary>
    public static IReadOnlyList<string> ForMention(string subject) => AsWritten(subject.Trim());

    // "retry policy" → retry policy, RetryPolicy, retryPolicy, retry_policy, retry-policy; a single word stays itself.
    private static List<string> AsWritten(string text)
    {
        var words = text.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words.All(static w => w.All(char.IsLetterOrDigit)))
        {
            return [text];
        }

        var pascal = string.Concat(words.Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
        var lower = words.Select(static w => w.ToLowerInvariant()).ToList();
        return [.. new[]
        {
            text, pascal, char.ToLowerInvariant(pascal[0]) + pascal[1..], string.Join('_', lower), string.Join('-', lower),
        }.Distinct(StringComparer.Ordinal)];
    }

    // Without parameters and type arguments: "Read<T>(path)" is looked for as "Read".
    private static string Bare(string subject) => Arguments().Replace(subject.Trim(), "") is { Length: > 0 } bare ? bare : subject.Trim();

    private static string LastName(string name) => Qualified().Match(name) is { Success: true } m ? m.Groups["name"].Value : name;

    [GeneratedRegex(@"^(?<container>\w+(?:(?:\.|::|#|->)\w+)*)(?:\.|::|#|->)(?<name>\w+)$")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"(?:<[^<>]*>)?\s*(?:\([^()]*\))?$")]
    private static partial Regex Arguments();
}
