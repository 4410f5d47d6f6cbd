using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>A second verifier, written in Python from the format's text alone, comes to the same verdicts: where the text leaves a choice, the two part.</summary>
public sealed class SecondVerifierTests
{
    private const int Few = 400;
    private const int Batch = 2_000;

    [Fact]
    public async Task Both_verifiers_come_to_the_same_verdict_of_each_mutant()
    {
        var (rounds, seed) = Mutator.Asked(Few);
        var differences = new List<string>();
        for (var done = 0; done < rounds && differences.Count < 40; done += Batch)
        {
            differences.AddRange(await DifferencesAsync(seed + done, Math.Min(Batch, rounds - done)));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Both_find_a_log_that_the_library_wrote_self_consistent()
    {
        using var directory = new TempDirectory();
        using (var log = StepLog.Start(directory.Path, new() { RunId = "written", SegmentBytes = 64 * 1024, InlineLimit = 4_000 }))
        {
            for (var i = 0; i < 40; i++)
            {
                using var agent = log.AgentCall("search", JsonText.Of("q"));
                using (var llm = log.LlmCall("m", input: JsonText.Parse($$"""{"messages":[{"role":"user","text":"{{new string('u', 5_000)}}"},{"role":"x"}]}""")))
                {
                    llm.Complete("a", new LlmUsage { InputTokens = i });
                }

                using (var tool = log.ToolCall("T", JsonText.Object(("$k", JsonText.Of(new string('é', 3_000))), ("b", JsonText.Of("\u202e\ud83d\udea2")))))
                {
                    tool.Fail(new InvalidOperationException("no\n"));
                }

                agent.Complete();
            }

            log.Complete("done");
        }

        Assert.True(File.Exists(directory.In("written.2.jsonl")));
        Assert.Equal(["SelfConsistent"], await SecondAsync([directory.In("written.jsonl")]));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(directory.In("written.jsonl")).Verdict);
    }

    [Theory]
    [InlineData("canceled", "SelfConsistent")]
    [InlineData("cancelled", "SelfConsistent")] // as earlier writers spelled it
    [InlineData("stopped", "Tampered")]
    public async Task The_second_knows_both_spellings_of_a_canceled_run(string outcome, string verdict)
    {
        using var directory = new TempDirectory();
        var path = directory.In("run-1.jsonl");
        await File.WriteAllBytesAsync(path, new HandWrittenLog().Header().End($"\"outcome\":\"{outcome}\"").ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal([verdict], await SecondAsync([path]));
        Assert.Equal(verdict, StepLogVerifier.Verify(path).Verdict.ToString());
    }

    private static async Task<List<string>> DifferencesAsync(int seed, int count)
    {
        using var root = new TempDirectory();
        var mutants = new List<(int Seed, Mutant Mutant, string Path, string First)>();
        for (var i = seed; i < seed + count; i++)
        {
            var mutant = new Mutator(i).Next();
            var directory = root.In(i.ToString(CultureInfo.InvariantCulture));
            mutant.Image.WriteTo(directory);
            var path = Path.Combine(directory, mutant.Path);
            mutants.Add((i, mutant, path, First(path)));
        }

        var second = await SecondAsync([.. mutants.Select(m => m.Path)]);
        return [.. mutants.Zip(second).Where(pair => pair.First.First.Split('\t')[0] != pair.Second.Split('\t')[0])
            .Select(pair => $"seed {pair.First.Seed}: {pair.First.Mutant.What}: ours {pair.First.First}; theirs {pair.Second}")];
    }

    private static string First(string path)
    {
        try
        {
            var found = StepLogVerifier.Verify(path);
            return $"{found.Verdict}\t{found.Message}";
        }
        catch (StepLogException e)
        {
            return $"refused\t{e.Message}";
        }
    }

    private static async Task<List<string>> SecondAsync(IReadOnlyList<string> paths)
    {
        var start = new ProcessStartInfo("python3", ["-I", Path.Combine(AppContext.BaseDirectory, "Integrity", "Mutants", "verify_log.py"), "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        Process python;
        try
        {
            python = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3 is not installed on this machine.");
            throw;
        }

        using (python)
        {
            var output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            foreach (var path in paths)
            {
                await python.StandardInput.WriteLineAsync(path);
            }

            python.StandardInput.Close();
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            var verdicts = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => paths.Count == 1 ? line.Split('\t')[0] : line).ToList();
            Assert.True(verdicts.Count == paths.Count, await errors);
            return verdicts;
        }
    }
}
