using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Withholding;

/// <summary>A log with a key ring, for somebody who has not signed in.</summary>
public sealed class NoSubjectTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    private readonly TempDirectory _directory = new();
    private readonly KeyRing _ring;

    public NoSubjectTests() => _ring = KeyRing.Create(_directory.In("keys.json"));

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(" ", null)]
    [InlineData(null, "\t")]
    public void Nobody_is_named_and_the_run_is_a_subject_of_its_own(string? subject, string? userId)
    {
        var (runId, withheld) = Record(new() { KeyRing = _ring, Subject = subject, UserId = userId });
        var own = KeyRing.SubjectOfRun(runId);
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm(own, runId, withheld, JsonText.Of(Token)));
        Assert.True(_ring.Erase(own));
        Assert.Equal(WithheldConfirmation.NoKey, _ring.Confirm(own, runId, withheld, JsonText.Of(Token)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_subject_that_is_empty_is_none_and_the_user_is_the_subject(string? subject)
    {
        var (runId, withheld) = Record(new() { KeyRing = _ring, Subject = subject, UserId = "max" });
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm("max", runId, withheld, JsonText.Of(Token)));
    }

    [Fact]
    public void A_commitment_stands_in_its_line_as_the_reader_shows_it()
    {
        using var log = StepLog.InMemory(new() { KeyRing = _ring });
        for (var i = 0; i < 50; i++) // of 64 letters one is +, and a commitment has 64
        {
            log.Record(new EventStep { Name = "e", Data = JsonText.Of(Token) });
        }

        var lines = System.Text.Encoding.UTF8.GetString(log.ToArray());
        var commits = log.Steps.SelectMany(static s => s.Withheld).Select(static r => r.Commit!).ToList();
        Assert.Contains(commits, static c => c.Contains('+', StringComparison.Ordinal));
        Assert.All(commits, commit => Assert.Contains($"\"commit\":\"{commit}\"", lines, StringComparison.Ordinal));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(new MemoryStream(log.ToArray())).Verdict);
    }

    [Fact]
    public void Or_it_commits_to_nothing_and_withholds_all_the_same()
    {
        Assert.Null(Record(new() { KeyRing = _ring, WhenNoSubject = WhenNoSubject.CommitNothing }).Withheld.Commit);
        Assert.DoesNotContain("run:", File.ReadAllText(_directory.In("keys.json")), StringComparison.Ordinal);
        Assert.NotNull(Record(new() { KeyRing = _ring, WhenNoSubject = WhenNoSubject.CommitNothing, UserId = "max" }).Withheld.Commit);
    }

    [Fact]
    public void Or_the_log_does_not_start_and_says_which_options_decide()
    {
        var refused = Assert.Throws<StepLogException>(() => Record(new() { KeyRing = _ring, WhenNoSubject = WhenNoSubject.Refuse }));
        Assert.All(["Subject", "UserId", "WhenNoSubject", "UseRun", "CommitNothing"], name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_directory.In("logs")));
        Assert.NotNull(Record(new() { KeyRing = _ring, WhenNoSubject = WhenNoSubject.Refuse, UserId = "max" }).Withheld.Commit);
        Assert.Throws<ArgumentOutOfRangeException>(() => Record(new() { KeyRing = _ring, WhenNoSubject = (WhenNoSubject)7 }));
    }

    // What a request may bring, and a service hands on as it is.
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("half of a pair \uD83C")]
    [InlineData("\0\u0001\u2028\uFFFF")]
    [InlineData("\"}],{")]
    public void Whatever_a_request_says_of_itself_is_no_reason_not_to_start(string text)
    {
        foreach (var ring in new[] { _ring, null })
        {
            var options = new StepLogOptions
            {
                KeyRing = ring, Subject = ring is null && !string.IsNullOrWhiteSpace(text) ? null : text, UserId = text, SessionId = text, Task = text, Agent = text, AgentVersion = text, Environment = text,
                Metadata = new Dictionary<string, string> { [text] = text, ["nothing"] = null! },
            };
            var (runId, withheld) = Record(options);
            if (ring is not null)
            {
                var subject = string.IsNullOrWhiteSpace(text) ? KeyRing.SubjectOfRun(runId) : text;
                Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm(subject, runId, withheld, JsonText.Of(Token)));
                Assert.True(ring.Erase(subject));
            }
        }
    }

    [Fact]
    public void A_long_one_is_none_either()
    {
        var text = new string('u', 200_000);
        Assert.NotNull(Record(new() { KeyRing = _ring, UserId = text, SessionId = text, Metadata = new Dictionary<string, string> { ["k"] = text } }).Withheld.Commit);
    }

    private (string RunId, WithheldValue Withheld) Record(StepLogOptions options)
    {
        using var log = StepLog.Start(_directory.In("logs"), options);
        Calls.Say(Token);
        log.Complete();
        Assert.Equal((Verdict.SelfConsistent, 0L), (StepLogVerifier.Verify(log.Path!).Verdict, log.Health.Lost));
        return (log.RunId, log.Steps.OfType<ToolCallStep>().Single().Withheld[0]);
    }
}
