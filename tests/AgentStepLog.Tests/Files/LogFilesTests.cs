using AgentStepLog.Files;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Files;

/// <summary>What the writer relies on, of the disk and of memory alike.</summary>
public sealed class LogFilesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Files_keep_what_is_written_and_names_what_is_asked(bool onDisk)
    {
        using var directory = new TempDirectory();
        ILogFiles files = onDisk ? DiskFiles.Instance : new MemoryFiles();
        var folder = directory.In("of the run");
        Assert.Empty(files.List(folder));
        files.MakeDirectory(folder);
        var path = Path.Combine(folder, "b");
        using (var file = files.CreateNew(path))
        {
            Assert.Throws<IOException>(() => files.CreateNew(path).Dispose());
            file.WriteAll("0123456789"u8, 0);
            file.WriteAll("ab"u8, 4);
            file.CutTo(8);
            file.SyncAll();
            Assert.Equal(8, file.Length);
        }

        using (var file = files.OpenForAppend(path))
        {
            file.WriteAll("end"u8, 10); // what lies between is zero
        }

        files.SyncDirectory(folder);
        files.CreateNew(Path.Combine(folder, "a")).Dispose();
        files.Move(path, Path.Combine(folder, "c"));
        Assert.Equal(["a", "c"], files.List(folder));
        using (var read = files.Open(Path.Combine(folder, "c")))
        {
            var bytes = new byte[20];
            Assert.Equal(13, read.ReadOnce(bytes, 0));
            Assert.Equal("0123ab67\0\0end"u8.ToArray(), bytes[..13]);
            Assert.Equal(0, read.ReadOnce(bytes, 13));
        }

        Assert.Throws<FileNotFoundException>(() => files.Open(path).Dispose());
        files.Delete(path);
        files.Delete(Path.Combine(folder, "c"));
        Assert.Equal((true, false), (files.Exists(folder), files.Exists(path)));
        files.DeleteDirectory(folder);
        Assert.Equal((false, false), (files.Exists(folder), files.Exists(Path.Combine(folder, "a"))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lock_has_one_holder(bool onDisk)
    {
        using var directory = new TempDirectory();
        ILogFiles files = onDisk ? DiskFiles.Instance : new MemoryFiles();
        using (files.TryLock(directory.In("r.lock")))
        {
            Assert.Null(files.TryLock(directory.In("r.lock")));
        }

        using var again = files.TryLock(directory.In("r.lock"));
        Assert.NotNull(again);
    }

    [Fact]
    public void A_directory_that_cannot_be_synced_says_so()
    {
        using var directory = new TempDirectory();
        if (!OperatingSystem.IsWindows())
        {
            var e = Assert.Throws<IOException>(() => DiskFiles.Instance.SyncDirectory(directory.In("missing")));
            Assert.Contains(directory.In("missing"), e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Short_writes_and_interruptions_end_in_whole_writes()
    {
        var file = new HaltingFile();
        file.WriteAll("all of it, byte by byte"u8, 0);
        file.SyncAll();
        file.CutTo(9);
        var bytes = new byte[30];
        Assert.Equal(9, file.ReadOnce(bytes, 0));
        Assert.Equal("all of it"u8.ToArray(), bytes[..9]);
        Assert.True(file.Interruptions > 20);
    }

    [Fact]
    public void A_system_that_takes_nothing_or_interrupts_for_ever_fails_and_does_not_hang()
    {
        Assert.Contains("took no byte", Assert.Throws<IOException>(() => new HaltingFile { TakesNothing = true }.WriteAll("x"u8, 0)).Message, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Throws<IOException>(() => new HaltingFile { ForEver = true }.SyncAll()).HResult);
    }

    /// <summary>Interrupts every other call, and writes one byte at a time.</summary>
    private sealed class HaltingFile : ILogFile
    {
        private readonly MemoryFile _inner = new();

        public bool TakesNothing { get; init; }

        public bool ForEver { get; init; }

        public int Interruptions { get; private set; }

        public long Length => _inner.Length;

        private int _calls;

        public int Write(ReadOnlySpan<byte> bytes, long offset)
        {
            Halt();
            return TakesNothing ? 0 : _inner.Write(bytes[..1], offset);
        }

        public int Read(Span<byte> bytes, long offset)
        {
            Halt();
            return _inner.Read(bytes, offset);
        }

        public void SetLength(long length)
        {
            Halt();
            _inner.SetLength(length);
        }

        public void Sync() => Halt();

        public void Dispose() => _inner.Dispose();

        private void Halt()
        {
            if (ForEver || (!TakesNothing && _calls++ % 2 == 0))
            {
                Interruptions++;
                throw new IOException("Interrupted system call", 4);
            }
        }
    }
}
