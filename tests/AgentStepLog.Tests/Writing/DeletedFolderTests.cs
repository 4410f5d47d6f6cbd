using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Files;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>Somebody deletes the folders beside a log while it is written, or puts links in their place.</summary>
public sealed class DeletedFolderTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FixedClock _clock = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("logs/manifests", true)]
    [InlineData("logs/manifests", false)]
    public void What_runs_share_is_stored_again(string deleted, bool whileItRuns)
    {
        using var log = Start(new() { Manifest = SharedDocumentTests.Manifest() });
        DeleteOf(deleted.Length == 0 ? "logs" : deleted);
        if (whileItRuns)
        {
            Later();
            Assert.Single(Directory.GetFiles(_directory.In("logs/manifests")));
        }

        log.Complete();
        Assert.Equal((0L, Verdict.SelfConsistent), (log.Health.Lost, StepLogVerifier.Verify(log.Path!).Verdict));
    }

    [Fact]
    public void A_set_too_large_to_be_kept_is_told_as_lost_once()
    {
        using var log = Start(new());
        var content = new byte[2 * 1024 * 1024];
        Array.Fill(content, (byte)'1');
        Assert.True(log.Writer.StoreShared(content, System.Security.Cryptography.SHA256.HashData(content)));
        Assert.True(log.Writer.StoreShared("[]"u8, System.Security.Cryptography.SHA256.HashData("[]"u8)));
        DeleteOf("logs/manifests");
        Later();
        Later();
        log.Complete();
        Assert.Equal("[]", File.ReadAllText(Assert.Single(Directory.GetFiles(_directory.In("logs/manifests")))));
        Assert.Equal(1, log.Health.Lost);
        Assert.Contains("too large to be kept in memory", Gap(log), StringComparison.Ordinal);
        Assert.Contains("(values that stand in their lines by hash only: 1)", Gap(log), StringComparison.Ordinal);
    }

    [Fact]
    public void Blobs_that_are_gone_are_counted_and_told_once_and_those_that_come_again_are_stored()
    {
        using var log = Start(new() { InlineLimit = 256 });
        log.Record(new EventStep { Name = "a", Data = JsonText.Of(new string('a', 1000)) });
        log.Record(new EventStep { Name = "b", Data = JsonText.Of(new string('b', 1000)) });
        DeleteOf("logs/r.blobs");
        Later();
        Later();
        log.Record(new EventStep { Name = "b", Data = JsonText.Of(new string('b', 1000)) });
        log.Complete();
        Assert.Equal(2, log.Health.Lost);
        Assert.Contains("r.blobs was deleted or moved", Gap(log), StringComparison.Ordinal);
        Assert.Contains("(values that stand in their lines by hash only: 2)", Gap(log), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_directory.In("logs/r.blobs")));
        Assert.Equal(Verdict.BlobMissing, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public void Nothing_is_written_through_a_folder_that_is_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a right there.");
        Directory.CreateDirectory(_directory.In("elsewhere"));
        Directory.CreateDirectory(_directory.In("logs"));
        Directory.CreateSymbolicLink(_directory.In("logs/r.blobs"), _directory.In("elsewhere"));
        Directory.CreateSymbolicLink(_directory.In("logs/manifests"), _directory.In("elsewhere"));
        using var log = Start(new() { InlineLimit = 256, Manifest = SharedDocumentTests.Manifest() });
        log.Record(new EventStep { Name = "a", Data = JsonText.Of(new string('a', 1000)) });
        log.Complete();
        Assert.Empty(Directory.GetFileSystemEntries(_directory.In("elsewhere")));
        Assert.Equal(2, log.Health.Lost);
        Assert.Contains("is a link", log.Health.LastFailure, StringComparison.Ordinal);
    }

    private static string Gap(StepLog log) => StepLogFile.Read(log.Path!).Steps.OfType<GapStep>().Single().Reason!;

    private StepLog Start(StepLogOptions options)
    {
        (options.RunId, options.TimeProvider) = ("r", _clock);
        return StepLog.Start(_directory.In("logs"), options);
    }

    private void DeleteOf(string folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && folder == "logs", "An open file cannot be deleted there.");
        Directory.Delete(_directory.In(folder), recursive: true);
    }

    private void Later()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        Calls.Say("after");
    }
}
