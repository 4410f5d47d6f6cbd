using System.Text.RegularExpressions;

namespace RepoAgents.Planning.Deterministic;

/// <summary>A form of question: how it is phrased, and the way to its answer.</summary>
internal abstract class QuestionForm
{
    private readonly IReadOnlyList<Regex> _phrasings;

    /// <param name="example">The form as it is shown to the user.</param>
    /// <param name="phrasings">Expressions for the whole question, upper and lower case alike; groups name the parts.</param>
    protected QuestionForm(string example, params IReadOnlyList<string> phrasings)
    {
        Example = example;
        _phrasings = phrasings.Select(static p =>
            new Regex($@"\A(?:{p})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ToList();
    }

    /// <summary>The form, with capitals where names go.</summary>
    public string Example { get; }

    /// <summary>The parts of a question of this form; null for other questions.</summary>
    public Match? Match(string question) => _phrasings.Select(p => p.Match(question)).FirstOrDefault(static m => m.Success);

    /// <summary>What to do next, given what the tools told so far.</summary>
    public abstract Move Next(Match question, Evidence evidence);
}
