using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>What the README shows is what the sample is and does; what the guide shows is compiled and tested.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    public static TheoryData<string> GuidePages() => [.. Pages("docs/guide")];

    public static TheoryData<string> PagesWithCode() => ["README.md", "docs/coverage.md", "docs/withholding.md", .. Pages("docs/guide")];

    public static TheoryData<string> AllPages() => ["README.md", "CHANGELOG.md", .. Pages("docs"), .. Pages("docs/guide"), .. Pages("docs/rules"), .. Pages("docs/adr")];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void Each_CSharp_block_is_a_region_of_a_sample_or_a_test(string page)
    {
        var blocks = Block().Matches(File.ReadAllText(Repository.PathOf(page))).Where(static m => m.Groups["language"].Value == "csharp").ToArray();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, static block =>
        {
            var source = block.Groups["source"].Value;
            Assert.True(source.Length > 0, $"No <!-- file --> above the block:\n{block.Value}");
            Assert.Equal(Regions(File.ReadAllText(Repository.PathOf(source))), block.Groups["text"].Value);
        });
    }

    [Fact]
    public async Task The_record_and_the_verdict_shown_are_those_of_the_sample()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandLine.DotNetAsync(folder.Path, ["exec", Path.Combine(AppContext.BaseDirectory, "QuickStart.dll")])).Succeeded();
        var lines = await File.ReadAllLinesAsync(
            Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "logs"), "*.jsonl")), TestContext.Current.CancellationToken);

        Assert.Equal(Comparable(Assert.Single(lines, static line => line.Contains("\"tool_call\"", StringComparison.Ordinal))), Comparable(Shown("json")));
        Assert.EndsWith(Shown("text").ReplaceLineEndings(" ").Trim(), run.Output.ReplaceLineEndings(" ").Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_answers_a_question_that_it_does_not_understand_with_what_to_ask()
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandLine.DotNetAsync(folder.Path, ["exec", Path.Combine(AppContext.BaseDirectory, "QuickStart.dll"), "Hello?"])).Failed();
        Assert.Contains("No UV index in \"Hello?\". Ask like: The UV index is 8. How long can I surf?", run.Error, StringComparison.Ordinal);

        var file = StepLogFile.Read(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "logs"), "*.jsonl")));
        Assert.Equal(RunOutcome.Unknown, file.Outcome);
        Assert.Equal("System.FormatException", Assert.Single(file.Steps.OfType<LlmCallStep>()).ErrorType);
    }

    [Fact]
    public void The_readme_is_short() => IsShort("README.md", lines: 120);

    [Theory]
    [MemberData(nameof(GuidePages))]
    public void A_page_of_the_guide_is_short(string page) => IsShort(page, lines: 199);

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_file_and_every_heading_that_a_page_links_exists(string page)
    {
        Assert.All(Link().Matches(File.ReadAllText(Repository.PathOf(page))), link =>
        {
            var path = link.Groups["path"].Value;
            var target = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
            Assert.True(Path.Exists(Repository.PathOf(target)), $"{page} links {path}, which does not exist.");
            if (link.Groups["heading"] is { Length: > 0, Value: var heading })
            {
                Assert.True(Headings(target).Contains(heading), $"{page} links {path}#{heading}, and there is no such heading.");
            }
        });
    }

    private static IEnumerable<string> Pages(string folder) =>
        Directory.GetFiles(Repository.PathOf(folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    private static void IsShort(string page, int lines)
    {
        var text = File.ReadAllLines(Repository.PathOf(page));
        Assert.InRange(text.Length, 1, lines);
        Assert.All(text, static line => Assert.True(line.Length <= 120, $"{line.Length} characters: {line}"));
    }

    private static string Shown(string language) =>
        Assert.Single(Block().Matches(s_readme), m => m.Groups["language"].Value == language).Groups["text"].Value;

    /// <summary>The names by which a page's headings are linked, as GitHub makes them.</summary>
    private static IEnumerable<string> Headings(string page) => File.ReadLines(Repository.PathOf(page))
        .Where(static line => line.StartsWith('#'))
        .Select(static line => NotInNames().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The lines of each <c>#region README</c>, less their common indentation, with an empty line between two regions.</summary>
    private static string Regions(string source)
    {
        var lines = source.Split('\n');
        var regions = new List<string>();
        for (var start = Next(0); start >= 0; start = Next(start))
        {
            var end = Array.FindIndex(lines, start + 1, static l => l.Trim() == "#endregion");
            Assert.True(end > start, "A region README has no end.");
            var indent = lines[start].Length - lines[start].TrimStart().Length;
            regions.Add(string.Join('\n', lines[(start + 1)..end].Select(l => l.Length > indent ? l[indent..] : l.Trim())) + "\n");
            start = end;
        }

        Assert.NotEmpty(regions);
        return string.Join('\n', regions);

        int Next(int from) => Array.FindIndex(lines, from, static l => l.Trim() == "#region README");
    }

    /// <summary>A record less what no two runs share. Spans are numbered as they appear.</summary>
    private static string Comparable(string json)
    {
        string[] differs = ["run_id", "ts", "mono_ms", "duration_ms", "trace_id", "host", "pid", "runtime", "library", "manifest", "prev", "crc", "total_ms", "p50_ms", "p95_ms"];
        var spans = new List<string>();

        var record = JsonNode.Parse(json)!;
        Mask(record);
        return record.ToJsonString();

        void Mask(JsonNode? node)
        {
            if (node is JsonArray items)
            {
                foreach (var item in items)
                {
                    Mask(item);
                }
            }

            if (node is not JsonObject members)
            {
                return;
            }

            foreach (var (name, value) in members.ToArray())
            {
                if (differs.Contains(name))
                {
                    members[name] = value?.GetValueKind() == JsonValueKind.String ? "…" : 0;
                }
                else if (name is "span_id" or "parent_id")
                {
                    var span = value!.GetValue<string>();
                    var at = spans.IndexOf(span);
                    if (at < 0)
                    {
                        at = spans.Count;
                        spans.Add(span);
                    }

                    members[name] = $"span {at}";
                }
                else
                {
                    Mask(value);
                }
            }
        }
    }

    [GeneratedRegex(@"(?:<!-- (?<source>[^\n]+?) -->\n)?^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<path>[^)#:]*)(#(?<heading>[^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex NotInNames();
}
