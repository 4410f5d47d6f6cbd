using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Resuming;

/// <summary>A run holds the records of one person: a resume under another's name is refused, and leaves the run as it is.</summary>
public sealed class ResumedSubjectTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly WithholdingOptions s_personal = new() { PersonalData = PersonalData.All };
    private readonly TempDirectory _directory = new();
    private readonly KeyRing _ring;

    public ResumedSubjectTests() => _ring = KeyRing.Create(_directory.In("keys.json"));

    private string Logs => _directory.In("logs");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("max", null, "eve", null)]
    [InlineData("max", null, null, null)]
    [InlineData("max", null, null, "max")] // the header names no user
    [InlineData(null, "max", "eve", "max")]
    [InlineData(null, "max", null, "eve")]
    [InlineData(null, null, "eve", null)]
    [InlineData(null, null, null, "eve")]
    public void Another_subject_than_that_of_the_header_is_refused(string? subject, string? userId, string? otherSubject, string? otherUserId)
    {
        var path = Killed(new() { KeyRing = _ring, Subject = subject, UserId = userId });
        Refused(path, new() { KeyRing = _ring, Subject = otherSubject, UserId = otherUserId });
        Assert.DoesNotContain("eve", File.ReadAllText(_directory.In("keys.json")), StringComparison.Ordinal);

        var withheld = GoOn(path, new() { KeyRing = _ring, Subject = subject, UserId = userId });
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm(subject ?? userId ?? KeyRing.SubjectOfRun("r"), "r", withheld, JsonText.Of(Token)));
    }

    [Fact]
    public void The_user_of_the_header_need_not_be_named_again()
    {
        var path = Killed(new() { KeyRing = _ring, UserId = "max \uD83C" });
        var withheld = GoOn(path, new() { KeyRing = _ring });
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm("max \uD83C", "r", withheld, JsonText.Of(Token)));
        File.Delete(path);
        GoOn(Killed(new() { KeyRing = _ring, UserId = "max \uD83C" }), new() { KeyRing = _ring, UserId = "max \uD83C" });
    }

    [Theory]
    [InlineData("max", "eve")]
    [InlineData(null, "eve")]
    [InlineData(" ", "eve")]
    public void Without_a_ring_another_user_than_the_headers_is_refused(string? userId, string otherUserId)
    {
        var path = Killed(new() { UserId = userId });
        Refused(path, new() { UserId = otherUserId });
        Refused(path, new() { UserId = otherUserId, KeyRing = _ring });
        GoOn(path, new() { UserId = userId });
    }

    [Theory]
    [InlineData("max@example.org")]
    [InlineData("Max, max@example.org")]
    public void A_user_id_that_is_withheld_is_known_again_by_the_key(string userId)
    {
        var path = Killed(new() { KeyRing = _ring, UserId = userId, Withholding = s_personal });
        Assert.DoesNotContain("max@", File.ReadAllText(path), StringComparison.Ordinal);
        Refused(path, new() { KeyRing = _ring, UserId = "eve@example.org", Withholding = s_personal });
        Refused(path, new() { KeyRing = _ring, Withholding = s_personal });
        var withheld = GoOn(path, new() { KeyRing = _ring, UserId = userId, Withholding = s_personal });
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm(userId, "r", withheld, JsonText.Of(Token)));
        Assert.Equal(["r"], StepLogRetention.Apply(Logs, new() { Subject = userId, KeyRing = _ring }).Dropped.Select(run => run.RunId));
    }

    [Fact]
    public void Without_a_ring_nothing_tells_whose_a_withheld_user_id_is()
    {
        var path = Killed(new() { UserId = "max@example.org", Withholding = s_personal });
        Refused(path, new() { KeyRing = _ring, UserId = "max@example.org", Withholding = s_personal }); // it has no mark that would tell
        GoOn(path, new() { UserId = "eve@example.org", Withholding = s_personal });
    }

    [Fact]
    public void A_run_without_a_mark_takes_a_ring_for_the_user_that_it_names_and_for_no_other_subject()
    {
        var path = Killed(new() { UserId = "max" });
        Refused(path, new() { KeyRing = _ring, Subject = "customer" });
        var withheld = GoOn(path, new() { KeyRing = _ring });
        Assert.Equal(WithheldConfirmation.Confirmed, _ring.Confirm("max", "r", withheld, JsonText.Of(Token)));
    }

    [Fact]
    public void A_subject_whose_key_was_erased_is_not_gone_on_with_under_a_new_one()
    {
        var path = Killed(new() { KeyRing = _ring, Subject = "max" });
        _ring.Erase("max");
        Refused(path, new() { KeyRing = _ring, Subject = "max" });
        StepLog.Start(Logs, new() { RunId = "next", KeyRing = _ring, Subject = "max" }).Dispose();
        Refused(path, new() { KeyRing = _ring, Subject = "max" });
        Assert.Null(GoOn(path, new()).Commit);
    }

    private string Killed(StepLogOptions options)
    {
        options.RunId = "r";
        using var log = StepLog.Start(Logs, options);
        Calls.Say("before");
        log.Writer.Abandon();
        File.AppendAllText(log.Path!, "{\"torn");
        return log.Path!;
    }

    private static WithheldValue GoOn(string path, StepLogOptions options)
    {
        using var log = StepLog.Resume(path, options);
        Calls.Say(Token);
        log.Complete();
        Assert.Equal((Verdict.SelfConsistent, 0L), (StepLogVerifier.Verify(path).Verdict, log.Health.Lost));
        return log.Steps.OfType<ToolCallStep>().Single().Withheld[0];
    }

    private static void Refused(string path, StepLogOptions options)
    {
        var before = File.ReadAllBytes(path);
        var refused = Assert.Throws<StepLogException>(() => StepLog.Resume(path, options));
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Matches("(Name the Subject|Leave UserId unset|Leave KeyRing and Subject unset).*start a run of its own", refused.Message);
        Assert.DoesNotMatch("max@|eve", refused.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.torn-*"));
    }
}
