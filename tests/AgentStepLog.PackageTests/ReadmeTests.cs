using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>What the README shows is what the sample is and does; what the guide shows is compiled and tested.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/using.md")]
    public void Each_CSharp_block_is_a_region_of_a_sample_or_a_test(string page)
    {
        var blocks = Block().Matches(File.ReadAllText(Repository.PathOf(page))).Where(static m => m.Groups["language"].Value == "csharp").ToArray();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, static block =>
        {
            var source = block.Groups["source"].Value;
            Assert.True(source.Length > 0, $"No <!-- file --> above the block:\n{block.Value}");
            Assert.Equal(Region(File.ReadAllText(Repository.PathOf(source))), block.Groups["text"].Value);
        });
    }

    [Fact]
    public async Task The_log_shown_is_the_log_that_the_sample_writes()
    {
        using var folder = new TemporaryFolder();
        (await CommandLine.DotNetAsync(folder.Path, ["exec", Path.Combine(AppContext.BaseDirectory, "QuickStart.dll")])).Succeeded();
        var written = await File.ReadAllTextAsync(
            Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "logs"), "*.jsonl")), TestContext.Current.CancellationToken);

        Assert.Equal(Comparable(written), Comparable(ShownLog()));
    }

    [Fact]
    public void The_log_shown_verifies_byte_for_byte()
    {
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(ShownLog()));
        var verification = StepLogVerifier.Verify(log);

        // The lines are whole; of what they name, a page cannot show the manifest.
        Assert.Equal((Verdict.BlobMissing, 1), (verification.Verdict, verification.MissingBlobs.Count));
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
    public void The_readme_is_short() => Assert.InRange(s_readme.Split('\n').Length, 1, 120);

    [Theory]
    [InlineData("README.md", "")]
    [InlineData("docs/using.md", "docs")]
    [InlineData("docs/not-recorded.md", "docs")]
    [InlineData("docs/contributing.md", "docs")]
    public void Every_file_that_a_page_links_exists(string page, string folder)
    {
        var links = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(static m => m.Groups["path"].Value).Where(static l => l.Length > 0).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Repository.PathOf(folder, link)), $"{page} links {link}, which does not exist."));
    }

    private static string ShownLog() =>
        Assert.Single(Block().Matches(s_readme), static m => m.Groups["language"].Value == "jsonl").Groups["text"].Value;

    /// <summary>The lines between <c>#region README</c> and its end, less their common indentation.</summary>
    private static string Region(string source)
    {
        var lines = source.Split('\n');
        var start = Array.FindIndex(lines, static l => l.Trim() == "#region README");
        var end = Array.FindIndex(lines, start + 1, static l => l.Trim() == "#endregion");
        Assert.True(start >= 0 && end > start, "The file has no region README.");
        var indent = lines[start].Length - lines[start].TrimStart().Length;
        return string.Join('\n', lines[(start + 1)..end].Select(l => l.Length > indent ? l[indent..] : l.Trim())) + "\n";
    }

    /// <summary>The log less what no two runs share. Spans are numbered as they appear, so that the tree stays.</summary>
    private static string Comparable(string log)
    {
        string[] differs = ["run_id", "ts", "mono_ms", "duration_ms", "trace_id", "host", "pid", "runtime", "library", "manifest", "prev", "crc", "total_ms", "p50_ms", "p95_ms"];
        var spans = new List<string>();

        return string.Join('\n', log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)).Select(line =>
        {
            Mask(line);
            return line!.ToJsonString();
        }));

        void Mask(JsonNode? node)
        {
            if (node is JsonArray items)
            {
                foreach (var item in items)
                {
                    Mask(item);
                }
            }

            if (node is not JsonObject record)
            {
                return;
            }

            foreach (var (name, value) in record.ToArray())
            {
                if (differs.Contains(name))
                {
                    record[name] = value?.GetValueKind() == JsonValueKind.String ? "…" : 0;
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

                    record[name] = $"span {at}";
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

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
