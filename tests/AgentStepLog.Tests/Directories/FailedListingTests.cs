using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Directories;

/// <summary>Directories that cannot be listed, or no longer, and what stands where a file should: each is said with its name, and no other exception comes out.</summary>
public sealed class FailedListingTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_directory_that_is_removed_while_it_is_listed_is_said_to_be_gone()
    {
        using var parent = new TempDirectory();
        using var directory = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "r", "here");
        var path = parent.In("logs");
        Directory.CreateDirectory(path);
        File.Copy(directory.In("r.jsonl"), Path.Combine(path, "r.jsonl"));
        var listed = StepLogDirectory.Open(path);
        var run = Assert.Single(listed.GetRuns());
        await using var changes = listed.WatchAsync(s_soon, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await changes.MoveNextAsync());

        Directory.Delete(path, recursive: true);
        Assert.Contains($"There is no directory {path}", Assert.Throws<StepLogException>(() => listed.GetRuns()).Message, StringComparison.Ordinal);
        Assert.Throws<StepLogException>(() => listed.FindRun("r"));
        Assert.Contains(path, (await Assert.ThrowsAsync<StepLogException>(async () => await changes.MoveNextAsync())).Message, StringComparison.Ordinal);
        Assert.All<Action>([() => run.ReadHeader(), () => run.ReadEnd(), () => run.Read(), () => run.Verify(), () => run.GetLength(), () => run.GetLastWriteTime()],
            read => Assert.Contains(path, Assert.Throws<StepLogException>(read).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_that_comes_and_goes_while_it_is_listed_is_listed_or_said_to_be_gone()
    {
        using var parent = new TempDirectory();
        var path = parent.In("logs");
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var changing = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                Directory.CreateDirectory(path);
                File.WriteAllText(Path.Combine(path, "r.jsonl"), "x");
                File.WriteAllText(Path.Combine(path, "r.2.jsonl"), "x");
                Directory.Delete(path, recursive: true);
            }
        }, Cancellation);
        var (there, gone) = (0, 0);
        for (var i = 0; i < 100_000 && (there < 200 || gone < 200); i++)
        {
            try
            {
                there += StepLogDirectory.Open(path).GetRuns().Sum(static run => run.GetLength()) >= 0 ? 1 : 0;
            }
            catch (StepLogException e)
            {
                Assert.Contains(path, e.Message, StringComparison.Ordinal);
                gone++;
            }
        }

        await enough.CancelAsync();
        await changing;
        Assert.True(there > 0 && gone > 0, $"{there} times it was there, {gone} times it was gone");
    }

    [Theory]
    [InlineData("directory", "is a directory")]
    [InlineData("link out", "link")]
    [InlineData("link to nothing", "link")]
    public async Task What_stands_where_the_first_file_should_is_said(string what, string why)
    {
        using var directory = new TempDirectory();
        using var elsewhere = new TempDirectory();
        StepLogDirectoryTests.Write(directory, "r", "several", calls: 300, segmentBytes: 64 * 1024);
        StepLogDirectoryTests.Write(directory, "s", "beside");
        File.Move(directory.In("r.jsonl"), elsewhere.In("r.jsonl"));
        if (what == "directory")
        {
            Directory.CreateDirectory(directory.In("r.jsonl"));
        }
        else
        {
            File.CreateSymbolicLink(directory.In("r.jsonl"), what == "link out" ? elsewhere.In("r.jsonl") : directory.In("gone"));
        }

        var listed = StepLogDirectory.Open(directory.Path);
        Assert.Equal(["r", "s"], listed.GetRuns().Select(static run => run.RunId).Order(StringComparer.Ordinal));
        var run = listed.FindRun("r")!;
        Assert.All<Action>([() => run.ReadHeader(), () => run.Read(), () => _ = run.ReadSteps().Count(), () => run.Verify()],
            read => Assert.Contains(why, Assert.Throws<StepLogException>(read).Message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<StepLogException>(async () => await run.FollowAsync(pollInterval: s_soon, cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Equal("beside", listed.FindRun("s")!.ReadHeader().Task);
    }

    [Fact]
    public void A_path_that_leads_through_a_file_is_no_directory()
    {
        using var directory = new TempDirectory();
        var path = Path.Combine(directory.Write("file", "x"u8), "logs");
        Assert.Contains($"There is no directory {path}", Assert.Throws<StepLogException>(() => StepLogDirectory.Open(path)).Message, StringComparison.Ordinal);
        Assert.Contains(path, Assert.Throws<StepLogException>(() => StepLogVerifier.Verify(Path.Combine(path, "r.jsonl"))).Message, StringComparison.Ordinal);
        Assert.Contains(path, Assert.Throws<StepLogException>(() => StepLogFile.Read(Path.Combine(path, "r.jsonl"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_without_rights_is_said_to_be_one()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        using var directory = new TempDirectory();
        var path = directory.In("closed");
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, UnixFileMode.None);
        try
        {
            Assert.SkipWhen(CanBeListed(path), "This account may list what it has no rights to, as root may.");
            Assert.Contains($"The directory {path} cannot be listed", Assert.Throws<StepLogException>(() => StepLogDirectory.Open(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static bool CanBeListed(string path)
    {
        try
        {
            return Directory.GetFileSystemEntries(path).Length == 0;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
