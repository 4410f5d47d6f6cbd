using System.Text;

namespace AgentStepLog.IntegrationTests.Withholding;

public sealed class KeyRingTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly string _folder = Directory.CreateTempSubdirectory("ring").FullName;

    private string Logs => Path.Combine(_folder, "logs");

    private string Ring => Path.Combine(_folder, "keys.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_withheld_can_be_confirmed_until_the_subject_is_erased_and_the_log_stays_whole()
    {
        var ring = KeyRing.Create(Ring);
        var step = Recorded(ring, "ada l.", out var path, out var run);
        var byPlace = step.Withheld.ToDictionary(r => r.At);

        Assert.Equal(["/input/credentials/password", "/input/pin", "/output"], byPlace.Keys.Order(StringComparer.Ordinal));
        ring = KeyRing.Open(Ring);
        foreach (var (at, value) in new[] { ("/input/pin", "1234"), ("/input/credentials/password", "hunter2"), ("/output", "1234") })
        {
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", run, byPlace[at], JsonText.Of(value)));
            Assert.Equal(WithheldConfirmation.Different, ring.Confirm("ada l.", run, byPlace[at], JsonText.Of(value + "5")));
            Assert.Equal(WithheldConfirmation.Different, ring.Confirm("ada l.", run, byPlace[at] with { At = "/input/other" }, JsonText.Of(value)));
            Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("ada l.", "another-run", byPlace[at], JsonText.Of(value)));
            Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("bob", run, byPlace[at], JsonText.Of(value)));
            Assert.Equal(WithheldConfirmation.NoCommitment, ring.Confirm("ada l.", run, byPlace[at] with { Commit = null }, JsonText.Of(value)));
            Assert.Equal(WithheldConfirmation.NoCommitment, ring.Confirm("ada l.", run, byPlace[at] with { Commit = "AAAA" }, JsonText.Of(value)));
        }

        Assert.True(ring.Erase("ada l."));
        Assert.False(ring.Erase("ada l."));

        Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("ada l.", run, byPlace["/input/pin"], JsonText.Of("1234")));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_subject_that_comes_back_after_an_erasure_has_another_key_which_says_nothing_of_what_was_before()
    {
        var ring = KeyRing.Create(Ring);
        var before = Pin(Recorded(ring, "ada l.", out _, out var first));
        ring.Erase("ada l.");

        var after = Pin(Recorded(ring, "ada l.", out _, out var second));

        Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("ada l.", first, before, JsonText.Of("1234"))); // it was that one: "Different" would not be true
        Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("ada l.", first, before, JsonText.Of("4321")));
        Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", second, after, JsonText.Of("1234")));
        Assert.Equal(WithheldConfirmation.Different, ring.Confirm("ada l.", second, after, JsonText.Of("4321")));

        static WithheldValue Pin(ToolCallStep step) => step.Withheld.Single(r => r.At == "/input/pin");
    }

    [Fact]
    public void A_token_and_a_key_can_be_confirmed()
    {
        var ring = KeyRing.Create(Ring);
        using var log = StepLog.Start(Logs, new() { KeyRing = ring, UserId = "ada l." });
        new Safe().Count(new() { [Token] = $"use {Token} now" });

        var redacted = Assert.Single(log.Steps.OfType<ToolCallStep>()).Withheld;

        Assert.Equal(["/input/entries/[redacted-key-1]", "/input/entries/[redacted-key-1]"], redacted.Select(r => r.At));
        Assert.All(redacted, r => Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada l.", log.RunId, r, JsonText.Of(Token))));
        Assert.NotEqual(redacted[0].Commit, redacted[1].Commit);
    }

    [Fact]
    public void Without_a_ring_a_sensitive_member_is_read_once_and_nothing_commits_to_it()
    {
        using var log = StepLog.InMemory();
        new Safe().Watch(new Watched());
        Assert.Equal(1, Watched.Reads);

        Assert.Null(Assert.Single(Assert.Single(log.Steps.OfType<ToolCallStep>()).Withheld).Commit);
    }

    [Fact]
    public void A_ring_that_is_missing_open_to_others_or_none_at_all_is_a_clear_error_and_nothing_is_written_over()
    {
        var missing = Assert.Throws<StepLogException>(() => KeyRing.Open(Ring));
        Assert.Contains(Ring, missing.Message, StringComparison.Ordinal);

        var ring = KeyRing.Create(Ring);
        Assert.Throws<StepLogException>(() => KeyRing.Create(Ring));
        Assert.Throws<StepLogException>(() => StepLog.Start(Logs, new() { KeyRing = ring, RunId = "nobody", WhenNoSubject = WhenNoSubject.Refuse }));
        File.WriteAllText(Ring, "no ring");
        Assert.Throws<StepLogException>(() => StepLog.Start(Logs, new() { KeyRing = ring, UserId = "ada l.", RunId = "broken" }));
        File.Delete(Ring);
        Assert.Throws<StepLogException>(() => StepLog.Start(Logs, new() { KeyRing = ring, UserId = "ada l.", RunId = "gone" }));

        Assert.False(File.Exists(Ring));
        Assert.Empty(Directory.GetFiles(_folder, "*.jsonl", SearchOption.AllDirectories));
        Assert.Null(StepLog.Current);
        if (!OperatingSystem.IsWindows())
        {
            var other = Path.Combine(_folder, "other.json");
            KeyRing.Create(other);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(other));
            File.SetUnixFileMode(other, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<StepLogException>(() => KeyRing.Open(other)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_runs_that_begin_at_once_share_a_ring_and_each_keeps_its_key()
    {
        var ring = KeyRing.Create(Ring);
        var runs = new (string Subject, string Run, WithheldValue Withheld)[24];

        Parallel.For(0, runs.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            var step = Recorded(KeyRing.Open(Ring), $"subject {i % 6}", out _, out var run);
            runs[i] = ($"subject {i % 6}", run, step.Withheld.Single(r => r.At == "/input/pin"));
        });

        Assert.All(runs, r => Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm(r.Subject, r.Run, r.Withheld, JsonText.Of("1234"))));
    }

    private ToolCallStep Recorded(KeyRing ring, string subject, out string path, out string run)
    {
        using var log = StepLog.Start(Logs, new() { KeyRing = ring, Subject = subject });
        new Safe().Pin("1234", new("u", "hunter2"));
        log.Complete();
        (path, run) = (log.Path!, log.RunId);
        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, text, StringComparison.Ordinal);
        return Assert.Single(log.Steps.OfType<ToolCallStep>());
    }
}
