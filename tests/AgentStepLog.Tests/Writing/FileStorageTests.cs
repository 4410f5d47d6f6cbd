using System.Text;
using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

public sealed class FileStorageTests
{
    [Fact]
    public void What_a_torn_write_left_is_cut_from_the_real_file()
    {
        using var directory = new TempDirectory();
        using var storage = FileStorage.Create(directory.Path, "r");
        storage.Append("whole\n"u8, 0);
        storage.Append("torn and long"u8, 6);
        storage.CutBack(6);
        Assert.Equal("whole\n", File.ReadAllText(storage.Path));
        storage.Append("next\n"u8, 6);
        Assert.Equal("whole\nnext\n", File.ReadAllText(storage.Path));
    }

    [Fact]
    public void A_blob_has_its_name_only_when_it_is_whole()
    {
        using var directory = new TempDirectory();
        using var storage = FileStorage.Create(directory.Path, "r");
        var written = storage.WriteBlob("abc", "content"u8);
        Assert.Null(storage.OpenBlob("abc"));
        storage.PublishBlob(written, "abc");
        using var blob = new StreamReader(storage.OpenBlob("abc")!, Encoding.UTF8);
        Assert.Equal("content", blob.ReadToEnd());
        Assert.Equal([directory.In("r.blobs/abc")], Directory.GetFiles(directory.In("r.blobs")));
    }

    [Fact]
    public void A_log_that_could_not_begin_leaves_no_file()
    {
        using var directory = new TempDirectory();
        FileStorage.Create(directory.Path, "r").Discard();
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void A_log_that_could_not_begin_takes_its_own_blobs_away_and_no_others()
    {
        using var directory = new TempDirectory();
        var storage = FileStorage.Create(directory.Path, "r");
        storage.PublishBlob(storage.WriteBlob("abc", "content"u8), "abc");
        storage.Discard();
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));

        Directory.CreateDirectory(directory.In("r.blobs"));
        File.WriteAllText(directory.In("r.blobs/kept"), "of a log whose file is gone");
        storage = FileStorage.Create(directory.Path, "r");
        storage.PublishBlob(storage.WriteBlob("abc", "content"u8), "abc");
        storage.Discard();
        Assert.True(File.Exists(directory.In("r.blobs/kept")));
    }

    [Fact]
    public void Others_may_read_the_file_while_it_is_written_and_may_not_make_it_again()
    {
        using var directory = new TempDirectory();
        using var storage = FileStorage.Create(directory.Path, "r");
        storage.Append("line\n"u8, 0);
        using var log = new StreamReader(storage.OpenLog());
        Assert.Equal("line", log.ReadLine());
        Assert.Throws<StepLogException>(() => FileStorage.Create(directory.Path, "r"));
    }
}
