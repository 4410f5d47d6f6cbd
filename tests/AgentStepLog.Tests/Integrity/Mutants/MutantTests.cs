using System.Diagnostics;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>
/// Runs with one thing wrong, the same ones in each run; <c>AGENTSTEPLOG_FUZZ=100000</c> makes that many, from a seed of their own, which a failure names, and <c>AGENTSTEPLOG_FUZZ=1@seed</c> that one again. No verdict is
/// milder than the damage, and nothing but a <see cref="StepLogException"/> leaves verifier, reader, resume and retention.
/// </summary>
public sealed class MutantTests
{
    private static readonly int s_few = Sweeps.Count(full: 2_000, brief: 400);

    // More than this was taken for a hang, or for eating memory.
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(5);
    private const long MaxBytes = 200_000_000;

    [Fact]
    public void A_sample_that_nobody_changed_is_self_consistent_is_read_whole_and_is_gone_on_with_or_dropped()
    {
        foreach (var sample in Mutator.Samples)
        {
            using var directory = new TempDirectory();
            sample.ToImage().WriteTo(directory.Path);
            var path = directory.In(sample.NameOf(1));
            var found = StepLogVerifier.Verify(path);
            Assert.True(found.Verdict == Verdict.SelfConsistent && found.Lines == sample.Lines.Count && found.Blobs == sample.Blobs.Count, found.Message);
            Assert.Equal(sample.IsEnded ? RunOutcome.Completed : null, found.Outcome);
            var read = StepLogFile.Read(path);
            Assert.Null(read.Damage);
            Assert.Equal(sample.Lines.Count, read.Steps.Count);
            Assert.Equal(2, StepLogRetention.Apply(directory.Path, new() { MaxBytes = 0, DropAbandoned = true }).Dropped.Count);
        }
    }

    [Fact]
    public void No_verdict_is_milder_than_the_damage_and_no_mutant_breaks_verifier_reader_resume_or_retention()
    {
        var failures = new List<string>();
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (rounds, first) = Mutator.Asked(s_few);
        for (var seed = first; seed < first + rounds && failures.Count < 40; seed++)
        {
            var mutant = new Mutator(seed).Next();
            var check = new MutantCheck(mutant);
            check.Run(s_hang, MaxBytes);
            failures.AddRange(check.Failures.Select(failure => $"seed {seed}: {mutant.What}: {failure}"));
            verdicts[check.Verdict] = verdicts.GetValueOrDefault(check.Verdict) + 1;
        }

        TestContext.Current.SendDiagnosticMessage(string.Join(", ", verdicts.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {v.Value}")));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.All<string>(rounds < s_few ? [] : ["SelfConsistent", "BlobMissing", "BlobAltered", "Torn", "Tampered", "refused"], verdict => Assert.True(verdicts.ContainsKey(verdict), verdict));
    }
}
