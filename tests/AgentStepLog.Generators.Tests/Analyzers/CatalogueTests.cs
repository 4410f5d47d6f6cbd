using System.Reflection;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Tests.Analyzers;

/// <summary>Rules, pages and the release notes of the rules say the same.</summary>
public sealed class CatalogueTests
{
    private static readonly DiagnosticDescriptor[] s_rules =
        [.. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    private static readonly DirectoryInfo s_root = FindRoot();

    private static readonly DirectoryInfo s_pages = new(Path.Combine(s_root.FullName, "docs", "rules"));

    [Fact]
    public void Ids_are_unique_and_stand_in_order()
    {
        Assert.NotEmpty(s_rules);
        Assert.Equal(s_rules.Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal), s_rules.Select(static rule => rule.Id));
        Assert.All(s_rules, static rule => Assert.Matches("^ASL[1-49][0-9]{3}$", rule.Id));
    }

    [Fact]
    public void Every_rule_links_to_its_page_and_every_page_names_a_rule()
    {
        Assert.All(s_rules, static rule => Assert.Equal(
            $"https://github.com/agentsteplog/agentsteplog/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri));
        Assert.Equal(
            s_rules.Select(static rule => rule.Id + ".md").Append("README.md"),
            s_pages.GetFiles().Select(static file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_has_all_its_parts_and_the_severity_of_the_rule()
    {
        var index = await TextAsync("README.md");
        foreach (var rule in s_rules)
        {
            var page = await TextAsync(rule.Id + ".md");
            Assert.StartsWith($"# {rule.Id}: ", page, StringComparison.Ordinal);
            foreach (var part in (string[])["What", "Why", "Bad", "Good", "Configure", "Suppress"])
            {
                Assert.Contains($"\n## {part}\n", page, StringComparison.Ordinal);
            }

            var severity = Severity(rule).ToLowerInvariant();
            Assert.Contains($"\nDefault severity: {severity}", page, StringComparison.Ordinal);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {severity} |", index, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_release_notes_list_every_rule_as_it_is()
    {
        var notes = await File.ReadAllTextAsync(
            Path.Combine(s_root.FullName, "src", "AgentStepLog.Generators", "AnalyzerReleases.Unshipped.md"), TestContext.Current.CancellationToken);
        Assert.All(s_rules, rule => Assert.Contains(
            $"\n{rule.Id} | {rule.Category} | {Severity(rule)} | {rule.Title}\n", notes, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_one_analyzer_and_every_analyzer_one_rule()
        => Assert.Equal(
            s_rules.Select(static rule => rule.Id),
            All().Select(static analyzer => Assert.Single(analyzer.SupportedDiagnostics).Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_analyzer_is_one_that_the_compiler_finds()
        => Assert.All(All(), static analyzer =>
        {
            Assert.True(analyzer.GetType().IsPublic);
            Assert.Equal([LanguageNames.CSharp], Assert.Single(analyzer.GetType().GetCustomAttributes<DiagnosticAnalyzerAttribute>()).Languages);
        });

    internal static DiagnosticAnalyzer[] All()
        => [.. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    internal static string Root => s_root.FullName;

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString();

    private static Task<string> TextAsync(string page)
        => File.ReadAllTextAsync(Path.Combine(s_pages.FullName, page), TestContext.Current.CancellationToken);

    private static DirectoryInfo FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "AgentStepLog.Generators.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No AgentStepLog.Generators.sln above " + AppContext.BaseDirectory);
        }

        return directory;
    }
}
