using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Retention;

/// <summary>A person's runs that are to go: what retention says where it cannot tell whose they are, and what it leaves for the next call.</summary>
public sealed class ErasureRetentionTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TempDirectory _keys = new();

    public void Dispose()
    {
        _directory.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public void A_person_in_a_directory_that_is_not_there_is_refused_and_an_age_is_not()
    {
        var gone = _directory.In("lgos");
        var refused = Assert.Throws<StepLogException>(() => StepLogRetention.Apply(gone, new() { UserId = "max" }));
        Assert.Contains(gone, refused.Message, StringComparison.Ordinal);
        Assert.Empty(StepLogRetention.Apply(gone, new() { MaxAge = TimeSpan.FromDays(1) }).Kept);
    }

    [Fact]
    public void A_user_with_half_a_surrogate_pair_is_found_as_the_header_has_it()
    {
        Run(new() { UserId = "evil\ud800" });
        Assert.Single(StepLogRetention.Apply(_directory.Path, new() { UserId = "evil\ud800" }).Dropped);
    }

    [Theory]
    [InlineData(2_000, PersonalData.None)]
    [InlineData(10, PersonalData.Email)]
    public void A_run_whose_header_does_not_show_its_user_is_due_and_the_reason_says_so(int length, PersonalData personal)
    {
        var user = new string('m', length) + "@example.org";
        Run(new() { UserId = user, ValueLimit = 1024, Withholding = new() { PersonalData = personal } });
        var kept = Assert.Single(StepLogRetention.Apply(_directory.Path, new() { UserId = user }).Kept);
        Assert.True(kept.IsDue);
        Assert.Contains("withheld, too large", kept.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_user_stood_in_a_blob_that_is_gone_is_due_and_the_reason_says_so()
    {
        var user = new string('m', 100_000);
        Run(new() { RunId = "a", UserId = user, InlineLimit = 256 });
        Directory.Delete(_directory.In("a.blobs"), recursive: true);
        var kept = Assert.Single(StepLogRetention.Apply(_directory.Path, new() { UserId = user }).Kept);
        Assert.True(kept.IsDue);
        Assert.Contains("in a blob that is gone", kept.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_of_a_run_that_is_dropped_before_its_key_keeps_its_content()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The names are made by ln.");
        var path = _keys.In("keys.json");
        var ring = KeyRing.Create(path);
        Run(new() { RunId = "a", KeyRing = ring });
        using (var made = System.Diagnostics.Process.Start("ln", [_directory.In("a.jsonl"), _keys.In("own")]))
        {
            made.WaitForExit();
        }

        var content = File.ReadAllBytes(_keys.In("own"));
        File.Delete(path);
        Assert.Single(StepLogRetention.Apply(_directory.Path, new() { MaxAge = TimeSpan.Zero, KeyRing = ring }).Dropped);
        Assert.Equal(0, new FileInfo(_directory.In("a.dropped")).Length);
        Assert.Equal(content, File.ReadAllBytes(_keys.In("own")));
    }

    [Fact]
    public void The_key_of_a_run_that_its_ring_does_not_erase_is_erased_by_the_next_call_and_the_data_are_gone_before()
    {
        var path = _keys.In("keys.json");
        var ring = KeyRing.Create(path);
        Run(new() { RunId = "a", KeyRing = ring });
        var policy = new RetentionPolicy { MaxAge = TimeSpan.Zero, KeyRing = ring };
        var content = File.ReadAllBytes(path);
        File.Delete(path);

        var report = StepLogRetention.Apply(_directory.Path, policy);
        Assert.Contains("the next call tries it again", Assert.Single(report.Dropped).Reason, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(_directory.In("a.dropped")).Length);
        Assert.False(File.Exists(_directory.In("a.jsonl")));

        File.WriteAllBytes(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        StepLogRetention.Apply(_directory.Path, policy);
        Assert.False(File.Exists(_directory.In("a.dropped")));
        Assert.False(KeyRing.Open(path).Erase(KeyRing.SubjectOfRun("a")));
    }

    [Fact]
    public void A_call_that_was_killed_before_it_erased_the_key_of_a_run_is_finished_by_the_next()
    {
        var ring = KeyRing.Create(_keys.In("keys.json"));
        Run(new() { RunId = "a", KeyRing = ring });
        File.Move(_directory.In("a.jsonl"), _directory.In("a.dropped"));
        StepLogRetention.Apply(_directory.Path, new() { MaxAge = TimeSpan.FromDays(1), KeyRing = ring });
        Assert.Empty(Directory.EnumerateFiles(_directory.Path));
        Assert.False(ring.Erase(KeyRing.SubjectOfRun("a")));
    }

    [Fact]
    public void Folders_that_are_links_are_neither_read_nor_deleted_from()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using (var log = StepLog.Start(_directory.Path, new() { RunId = "a", InlineLimit = 256 }))
        {
            log.Record(new EventStep { Name = "e", Data = JsonText.Of(new string('x', 5_000)) });
            log.Complete();
        }

        using var elsewhere = new TempDirectory();
        Directory.Move(_directory.In("a.blobs"), elsewhere.In("blobs"));
        Directory.CreateSymbolicLink(_directory.In("a.blobs"), elsewhere.In("blobs"));
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(_directory.In("a.jsonl")).Verdict);

        var foreign = Path.Combine(elsewhere.In("manifests"), new string('a', 64) + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(foreign)!);
        File.WriteAllText(foreign, "theirs");
        File.SetLastWriteTimeUtc(foreign, DateTime.UtcNow.AddDays(-2));
        Directory.CreateSymbolicLink(_directory.In("manifests"), elsewhere.In("manifests"));
        var report = StepLogRetention.Apply(_directory.Path, new() { MaxAge = TimeSpan.FromDays(1) });
        Assert.True(File.Exists(foreign));
        Assert.Contains("is a link", report.ManifestObstacle, StringComparison.Ordinal);
    }

    private void Run(StepLogOptions options)
    {
        using var log = StepLog.Start(_directory.Path, options);
        log.Record(new EventStep { Name = "e", Data = JsonText.Of("v") });
        log.Complete();
    }
}
