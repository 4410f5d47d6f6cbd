using AgentStepLog;
using RepoAgents.Tools;
using RepoAgents.Tools.Results;

namespace RepoAgents.Agents;

/// <summary>
/// The nested agent that is handed every search. It plans the terms to try, calls the tools itself, stops when it has what
/// it was sent for, and ranks what it found: definitions before mentions, sources before tests.
/// </summary>
/// <param name="tools">The tools that it searches with.</param>
public sealed class SearchAgent(RepoTools tools)
{
    private const int MaxHits = 1000;
    private const int MaxFindings = 50;

    /// <summary>
    /// Hands a search to the search agent: where a name is defined, which files mention a text, or which files bear a name.
    /// It tries several ways of writing the subject by itself; ask once, not once per spelling.
    /// </summary>
    /// <param name="subject">The name or text to look for, like "StepScope", "StepLog.Start", "retry policy" or "Program.cs".</param>
    /// <param name="goal">What the search is after.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>A summary and the findings, best first, with path and line.</returns>
    /// <exception cref="ArgumentException">The subject is empty.</exception>
    [AgentTool]
    public Task<SearchReport> SearchAsync(string subject, SearchGoal goal, CancellationToken cancellationToken = default) =>
        RunAsync(subject, goal, cancellationToken);

    /// <summary>Runs the agent on one search.</summary>
    /// <param name="subject">The name or text to look for.</param>
    /// <param name="goal">What the search is after.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">The subject is empty, or the goal is none.</exception>
    [AgentRun]
    public Task<SearchReport> RunAsync(string subject, SearchGoal goal, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            throw new ArgumentException("The subject is empty; give the name or text to look for.", nameof(subject));
        }

        return Task.FromResult(goal switch
        {
            SearchGoal.Definition => Definition(subject, cancellationToken),
            SearchGoal.Mention => Mention(subject, cancellationToken),
            SearchGoal.File => Files(subject, cancellationToken),
            _ => throw new ArgumentException($"There is no goal {goal}.", nameof(goal)),
        });
    }

    private SearchReport Definition(string subject, CancellationToken cancellationToken)
    {
        var tried = new List<string>();
        foreach (var term in SearchTerms.ForDefinition(subject))
        {
            tried.Add(term);
            var reader = new DefinitionReader(term);
            var sieved = tools.SearchText(reader.Sieve, regex: true, maxHits: MaxHits, cancellationToken: cancellationToken);
            var definitions = Ranked(sieved.Hits, reader, DefinitionRank.Type);
            if (definitions.Count == 0)
            {
                // No type of that name: a member, a function or a value then, which only the line's whole form tells.
                var all = tools.SearchText(reader.Whole, regex: true, maxHits: MaxHits, cancellationToken: cancellationToken);
                definitions = Ranked(all.Hits, reader, DefinitionRank.Value);
            }

            if (definitions.Count > 0)
            {
                return Report(
                    Plural(definitions.Count, "definition") + $" of {term}.",
                    tried, InContainer(definitions, subject, cancellationToken), truncated: false);
            }
        }

        var mentions = tools.SearchText(subject.Trim(), maxHits: MaxHits, cancellationToken: cancellationToken);
        var found = ByFile(mentions.Hits);
        return Report(
            $"No definition of {subject}; {(found.Count == 0 ? "no mention either" : "mentioned in " + Plural(found.Count, "file"))}.",
            tried, found, mentions.Truncated);
    }

    private SearchReport Mention(string subject, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.ForMention(subject);
        var tried = new List<string>();
        foreach (var (term, ignoreCase) in terms.Select(static t => (t, false)).Append((terms[0], true)))
        {
            tried.Add(ignoreCase ? $"{term} (upper and lower case alike)" : term);
            var matches = tools.SearchText(term, ignoreCase: ignoreCase, maxHits: MaxHits, cancellationToken: cancellationToken);
            if (matches.Hits.Count > 0)
            {
                var files = ByFile(matches.Hits);
                return Report($"{Plural(files.Count, "file")} with {tried[^1]}.", tried, files, matches.Truncated);
            }
        }

        return Report($"No text file mentions {subject}.", tried, [], truncated: false);
    }

    private SearchReport Files(string subject, CancellationToken cancellationToken)
    {
        var name = subject.Replace('\\', '/').TrimEnd('/');
        var term = $"*{name[(name.LastIndexOf('/') + 1)..]}*";
        var listed = tools.ListFiles(pattern: term, maxFiles: MaxHits, cancellationToken: cancellationToken);
        var best = FileNames.Best(subject, listed.Files);
        return Report(
            best.Count == 0 ? $"No file answers to {subject}." : $"{Plural(best.Count, "file")} for {subject}.",
            [term], best.Select(static f => new Finding(FindingKind.File, f.Path, 0, "", 0)).ToList(), listed.Total > listed.Files.Count);
    }

    // Only the best rank is the definition: where a type bears the name, its constructors and properties only use it.
    private static List<Finding> Ranked(IReadOnlyList<SearchHit> hits, DefinitionReader reader, DefinitionRank least)
    {
        var ranked = hits.Select(h => (Hit: h, Rank: reader.Rank(h.Path, h.Text))).Where(r => r.Rank >= least).ToList();
        var best = ranked.Select(static r => r.Rank).DefaultIfEmpty().Max();
        return ranked.Where(r => r.Rank == best)
            .OrderBy(static r => IsTest(r.Hit.Path)).ThenBy(static r => r.Hit.Path, StringComparer.Ordinal).ThenBy(static r => r.Hit.Line)
            .Select(static r => new Finding(FindingKind.Definition, r.Hit.Path, r.Hit.Line, r.Hit.Text, 1)).ToList();
    }

    // Of "Type.Member", the members in files that define Type; all of them where none does.
    private List<Finding> InContainer(List<Finding> definitions, string subject, CancellationToken cancellationToken)
    {
        if (definitions.Count < 2 || SearchTerms.Container(subject) is not { } container)
        {
            return definitions;
        }

        var reader = new DefinitionReader(container);
        var types = tools.SearchText(reader.Sieve, regex: true, maxHits: MaxHits, cancellationToken: cancellationToken);
        var files = Ranked(types.Hits, reader, DefinitionRank.Type).Select(static f => f.Path).ToHashSet(StringComparer.Ordinal);
        var inside = definitions.Where(d => files.Contains(d.Path)).ToList();
        return inside.Count > 0 ? inside : definitions;
    }

    private static List<Finding> ByFile(IReadOnlyList<SearchHit> hits) =>
        hits.GroupBy(static h => h.Path, StringComparer.Ordinal)
            .Select(static g => new Finding(FindingKind.Mention, g.Key, g.First().Line, g.First().Text, g.Count()))
            .OrderByDescending(static f => f.Lines).ThenBy(static f => f.Path, StringComparer.Ordinal).ToList();

    private static SearchReport Report(string summary, IReadOnlyList<string> terms, List<Finding> findings, bool truncated) =>
        new(summary, terms, findings.Take(MaxFindings).ToList(), findings.Count, truncated);

    private static bool IsTest(string path) => path.Contains("test", StringComparison.OrdinalIgnoreCase);

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
