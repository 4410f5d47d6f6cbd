using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Files;

public sealed class RunFilesTests
{
    [Fact]
    public void What_a_torn_write_left_is_cut_from_the_real_file()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        var segment = new RunFiles(files, directory.Path, "r", durable: false).Create(1);
        segment.Append("whole\n"u8);
        files.Fails = static call => call is "append" or "cut";
        Assert.Throws<AggregateException>(() => segment.Append("torn and long"u8));
        Assert.Equal("whole\ntorn a", File.ReadAllText(segment.Path));
        files.Fails = static _ => false;
        segment.Append("next\n"u8);
        segment.Close(2);
        Assert.Equal("whole\nnext\n", File.ReadAllText(segment.Path));
    }

    [Fact]
    public void A_blob_has_its_name_only_when_it_is_whole()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles(DiskFiles.Instance);
        var blobs = Run(directory, files).Blobs;
        files.Before = call => Assert.False(File.Exists(directory.In("r.blobs/abc")), call);
        blobs.Store("abc", "content"u8);
        files.Before = static _ => { };
        Assert.Equal(["create blob", "blob", "publish"], files.Calls);
        using var blob = new StreamReader(blobs.Open("abc")!, Encoding.UTF8);
        Assert.Equal("content", blob.ReadToEnd());
        Assert.Equal([directory.In("r.blobs/abc")], Directory.GetFiles(directory.In("r.blobs")));
        Assert.Null(blobs.Open("abd"));
    }

    [Fact]
    public void What_a_killed_process_left_of_a_blob_does_not_keep_the_next_one_from_storing_it()
    {
        using var directory = new TempDirectory();
        directory.Write("r.blobs/.abc.1", "con"u8);
        var blobs = Run(directory).Blobs;
        blobs.Store("abc", "content"u8);
        Assert.Equal("content", File.ReadAllText(directory.In("r.blobs/abc")));
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("publish")]
    public void A_blob_that_cannot_be_stored_leaves_no_part_of_it(string fault)
    {
        using var directory = new TempDirectory();
        var blobs = Run(directory, new FaultyFiles(DiskFiles.Instance) { Fails = call => call == fault }).Blobs;
        Assert.Throws<IOException>(() => blobs.Store("abc", "content"u8));
        Assert.Empty(Directory.GetFiles(directory.In("r.blobs")));
    }

    [Fact]
    public void A_log_that_could_not_begin_takes_its_own_blobs_away_and_no_others()
    {
        using var directory = new TempDirectory();
        var run = Run(directory);
        run.Blobs.Store("abc", "content"u8);
        run.Discard(run.Create(1));
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));

        Directory.CreateDirectory(directory.In("r.blobs"));
        File.WriteAllText(directory.In("r.blobs/kept"), "of a log whose file is gone");
        run = Run(directory);
        run.Blobs.Store("abc", "content"u8);
        run.Discard(run.Create(1));
        Assert.True(File.Exists(directory.In("r.blobs/kept")));
    }

    [Fact]
    public void Others_may_read_the_file_while_it_is_written_and_may_not_make_it_again()
    {
        using var directory = new TempDirectory();
        var run = Run(directory);
        var segment = run.Create(1);
        segment.Append("line\n"u8);
        using var log = new StreamReader(new LogFileStream(DiskFiles.Instance.Open(segment.Path)));
        Assert.Equal("line", log.ReadLine());
        Assert.Throws<IOException>(() => run.Create(1));
        segment.Close(1);
    }

    [Fact]
    public void Files_and_directories_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // rights are inherited there
        }

        using var directory = new TempDirectory();
        using (var log = StepLog.Start(directory.In("logs"), new() { RunId = "r", InlineLimit = 256 }))
        {
            log.Record(new EventStep { Name = "large", Data = JsonText.Of(new string('x', 300)) });
        }

        foreach (var file in Directory.GetFiles(directory.In("logs"), "*", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.In("logs")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.In("logs/r.blobs")));
    }

    private static RunFiles Run(TempDirectory directory, ILogFiles? files = null) => new(files ?? DiskFiles.Instance, directory.Path, "r", durable: false);
}
