using AgentStepLog.Files;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>What is no regular file is never opened: the answer comes at once, and says what lies there.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(30);

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("m.2.jsonl", "Tampered")]
    [InlineData("m.9.jsonl", "Tampered")]
    [InlineData("m.9.jsonl.gz", "Tampered")]
    [InlineData("a blob", "BlobAltered")]
    [InlineData("m.head", "SelfConsistent")]
    public async Task What_is_no_file_is_told_by_what_it_is(string name, string verdict)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files here.");
        foreach (var (special, said) in new[]
        {
            (SpecialFile.Fifo, "a FIFO"), (SpecialFile.Socket, "a socket"), (SpecialFile.Directory, "a directory"), (SpecialFile.LinkToDevice, "a link that leads out of its directory"),
            (SpecialFile.LinkOutside, "a link that leads out of its directory"), (SpecialFile.LinkToItself, "a link that leads nowhere"),
        })
        {
            var run = SampleRun.Make(isEnded: true, hasHead: true);
            var image = run.ToImage();
            image.Replace(name == "a blob" ? $"m.blobs/{run.Blobs.First()}" : name, special);
            var folder = _directory.In(special.ToString());
            image.WriteTo(folder);

            var found = await Task.Run(() => StepLogVerifier.Verify(Path.Combine(folder, "m.jsonl"))).WaitAsync(s_hang, TestContext.Current.CancellationToken);
            Assert.Equal((special, verdict), (special, found.Verdict.ToString()));
            if (name != "a blob")
            {
                Assert.Contains(said, found.Message, StringComparison.Ordinal);
            }

            await Task.Run(() => StepLogFile.Read(Path.Combine(folder, "m.jsonl"))).WaitAsync(s_hang, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_log_that_is_no_file_is_refused_by_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files here.");
        var image = new RunImage();
        image.Replace("r.jsonl", SpecialFile.Fifo);
        image.WriteTo(_directory.Path);
        var path = _directory.In("r.jsonl");
        foreach (var ask in new Action[] { () => StepLogVerifier.Verify(path), () => StepLogFile.Read(path), () => StepLog.Resume(path) })
        {
            var refused = await Task.Run(() => Assert.Throws<StepLogException>(ask)).WaitAsync(s_hang, TestContext.Current.CancellationToken);
            Assert.Contains("is a FIFO, and no regular file", refused.Message, StringComparison.Ordinal);
        }

        Assert.Contains("is a FIFO", Assert.Single(StepLogRetention.Apply(_directory.Path, new() { MaxBytes = 0 }).Kept).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.blobs")]
    [InlineData("manifests")]
    public void A_directory_of_logs_that_is_called_like_a_part_of_one_leads_no_link_out(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights here.");
        SampleRun.Make(isEnded: true, hasHead: false).ToImage().WriteTo(_directory.In(name));
        File.Move(_directory.In(name + "/m.2.jsonl"), _directory.In("m.2.jsonl"));
        File.CreateSymbolicLink(_directory.In(name + "/m.2.jsonl"), "../m.2.jsonl");

        var found = StepLogVerifier.Verify(_directory.In(name + "/m.jsonl"));
        Assert.Equal(Verdict.Tampered, found.Verdict);
        Assert.Contains("is a link that leads out of its directory", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_followed_to_regular_files_of_the_directory_and_the_one_that_is_asked_about_wherever_it_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights here.");
        var run = SampleRun.Make(isEnded: true, hasHead: false);
        run.ToImage().WriteTo(_directory.In("logs"));
        File.Move(_directory.In("logs/m.2.jsonl"), _directory.In("logs/stored"));
        File.CreateSymbolicLink(_directory.In("logs/m.2.jsonl"), "stored");
        File.CreateSymbolicLink(_directory.In("latest.jsonl"), _directory.In("logs/m.jsonl"));

        Assert.Equal((Verdict.SelfConsistent, run.Lines.Count), (StepLogVerifier.Verify(_directory.In("latest.jsonl")).Verdict, (int)StepLogVerifier.Verify(_directory.In("logs/m.jsonl")).Lines));
        Assert.Equal(run.Lines.Count, StepLogFile.Read(_directory.In("latest.jsonl")).Steps.Count);
    }

    [Theory]
    [InlineData(SpecialFile.Fifo)]
    [InlineData(SpecialFile.Socket)]
    [InlineData(SpecialFile.Directory)]
    [InlineData(SpecialFile.LinkToDevice)]
    public async Task What_is_put_in_the_place_of_a_file_between_the_look_and_the_opening_is_refused_at_once(object special)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files here.");
        var image = new RunImage();
        image.Replace("r.jsonl", (SpecialFile)special);
        image.WriteTo(_directory.Path);
        var refused = await Task.Run(() => Assert.Throws<IrregularFileException>(() => RegularFile.OpenSeen(_directory.In("r.jsonl")))).WaitAsync(s_hang, TestContext.Current.CancellationToken);
        Assert.Contains(special is SpecialFile.Socket ? "is a socket" : "was another file a moment ago", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_opened_by_its_type_and_what_cannot_be_says_why()
    {
        using (var file = RegularFile.Open(_directory.Write("plain", "x"u8)))
        {
            Assert.Equal((1L, true), (file.Length, file.CanSeek));
        }

        Assert.Throws<FileNotFoundException>(() => RegularFile.Open(_directory.In("none")));
        Assert.Throws<DirectoryNotFoundException>(() => RegularFile.Open(_directory.In("none/none")));
        Assert.Contains("is a directory", Assert.Throws<IrregularFileException>(() => RegularFile.Open(_directory.Path)).Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.True(FileTypes.AreKnown);
            Assert.Contains("is a device", Assert.Throws<IrregularFileException>(() => RegularFile.Open("/dev/null")).Message, StringComparison.Ordinal);
        }
    }
}
