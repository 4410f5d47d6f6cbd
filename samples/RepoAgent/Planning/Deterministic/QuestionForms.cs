using System.Text.RegularExpressions;
using RepoAgents.Planning.Deterministic.Forms;

namespace RepoAgents.Planning.Deterministic;

/// <summary>The forms of question that are understood, the special ones before the general.</summary>
internal static partial class QuestionForms
{
    private static readonly QuestionForm[] s_all =
    [
        new LanguagesForm(), new LargestFilesForm(), new ReadmeForm(), new LastChangeForm(), new RecentCommitsForm(),
        new CompareForm(), new LineCountForm(), new ListFilesForm(), new DefinitionForm(), new MentionForm(),
    ];

    /// <summary>The forms as they are shown to the user.</summary>
    public static IEnumerable<string> Examples => s_all.Select(static f => f.Example);

    /// <summary>The form of a question and its parts; null when no form fits.</summary>
    public static (QuestionForm Form, Match Match)? Find(string question)
    {
        var plain = Plain(question);
        foreach (var form in s_all)
        {
            if (form.Match(plain) is { } match)
            {
                return (form, match);
            }
        }

        return null;
    }

    /// <summary>The answer to a question that is not understood.</summary>
    public static string NotUnderstood(string question) =>
        $"I did not understand the question \"{question}\". Without a language model I understand these forms, in several phrasings:\n"
        + string.Join('\n', Examples.Select(static e => "- " + e))
        + "\nA name with spaces in it goes in quotes. With OPENAI_API_KEY set, a language model reads any question.";

    // Courtesies and the final mark carry no meaning here: "Could you please tell me where X is defined?"
    private static string Plain(string question)
    {
        var plain = Spaces().Replace(question, " ").Trim().TrimEnd('?', '!', '.', ' ');
        for (string before = ""; before != plain;)
        {
            before = plain;
            plain = Courtesy().Replace(plain, "");
        }

        return plain;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\A(?:please|hi|hello|hey|and|so|now|can you|could you|would you|will you|tell me|i(?:'d| would) like to know|i want to know|do you know|find out),?\s+|,?\s+please\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Courtesy();
}
