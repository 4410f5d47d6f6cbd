using AgentStepLog.Files;

namespace AgentStepLog.Tests.Writing;

/// <summary>
/// Files that fail where a test says. A call is named by what it does: <c>append</c>, <c>cut</c>, <c>sync</c> and <c>create</c> of the log,
/// <c>blob</c> (a blob is written), <c>publish</c> (it gets its name), <c>touch</c>, <c>delete head</c>, <c>names</c> (a directory is synced), <c>open</c>.
/// </summary>
internal sealed class FaultyFiles(ILogFiles? inner = null) : ILogFiles
{
    private int _faults;

    public ILogFiles Inner { get; } = inner ?? new MemoryFiles();

    public Func<string, bool> Fails { get; set; } = static _ => false;

    /// <summary>Runs before each call, and may block.</summary>
    public Action<string> Before { get; set; } = static _ => { };

    public string Reason { get; init; } = "No space left on device";

    /// <summary>How many bytes the log's files take together; a write beyond that leaves what still fits, and fails. Default: no limit.</summary>
    public long Room { get; set; } = long.MaxValue;

    public int Faults => _faults;

    private long Used { get; set; }

    public List<string> Calls { get; } = [];

    public void MakeDirectory(string path) => Inner.MakeDirectory(path);

    public ILogFile CreateNew(string path)
    {
        Check(IsLog(path) ? "create" : "create blob");
        return new FaultyFile(this, Inner.CreateNew(path), IsLog(path));
    }

    public ILogFile Open(string path)
    {
        Check("open");
        return Inner.Open(path);
    }

    public ILogFile OpenForAppend(string path) => new FaultyFile(this, Inner.OpenForAppend(path), IsLog(path));

    public void Delete(string path)
    {
        if (path.EndsWith(".head", StringComparison.Ordinal) && Inner.Exists(path))
        {
            Check("delete head");
        }

        Inner.Delete(path);
    }

    public void DeleteDirectory(string path) => Inner.DeleteDirectory(path);

    public void Move(string from, string to)
    {
        Check("publish");
        Inner.Move(from, to);
    }

    public FileFacts? Look(string path) => Inner.Look(path);

    public void Touch(string path)
    {
        Check("touch");
        Inner.Touch(path);
    }

    public bool Exists(string path) => Inner.Exists(path);

    public IReadOnlyList<string> List(string directory)
    {
        if (directory.EndsWith("manifests", StringComparison.Ordinal))
        {
            Check("list manifests");
        }

        return Inner.List(directory);
    }

    public void SyncDirectory(string path)
    {
        Check("names");
        Inner.SyncDirectory(path);
    }

    public IDisposable? TryLock(string path)
    {
        Before("lock");
        return Inner.TryLock(path);
    }

    public bool IsLocked(string path) => Inner.IsLocked(path);

    private static bool IsLog(string path) => path.EndsWith(".jsonl", StringComparison.Ordinal);

    private void Check(string call)
    {
        if (IsFaulty(call))
        {
            throw new IOException(Reason);
        }
    }

    private bool IsFaulty(string call)
    {
        Before(call);
        lock (Calls)
        {
            Calls.Add(call);
        }

        if (!Fails(call))
        {
            return false;
        }

        Interlocked.Increment(ref _faults);
        return true;
    }

    private sealed class FaultyFile(FaultyFiles files, ILogFile inner, bool isLog) : ILogFile
    {
        public long Length => inner.Length;

        public int Write(ReadOnlySpan<byte> bytes, long offset)
        {
            if (files.IsFaulty(isLog ? "append" : "blob"))
            {
                Put(bytes[..(bytes.Length / 2)], offset); // a part of it is there
                throw new IOException(files.Reason);
            }

            return isLog ? Fit(bytes, offset) : inner.Write(bytes, offset);
        }

        private int Fit(ReadOnlySpan<byte> bytes, long offset)
        {
            var left = files.Room - files.Used;
            var fits = (int)Math.Min(bytes.Length, Math.Max(0, left > long.MaxValue / 2 ? left : inner.Length + left - offset));
            Put(bytes[..fits], offset);
            return fits == bytes.Length ? fits : throw new IOException(files.Reason);
        }

        private void Put(ReadOnlySpan<byte> bytes, long offset)
        {
            var before = inner.Length;
            inner.Write(bytes, offset);
            files.Used += isLog ? inner.Length - before : 0;
        }

        public int Read(Span<byte> bytes, long offset) => inner.Read(bytes, offset);

        public void SetLength(long length)
        {
            files.Check("cut");
            files.Used -= isLog ? inner.Length - length : 0;
            inner.SetLength(length);
        }

        public void Sync()
        {
            files.Check(isLog ? "sync" : "sync blob");
            inner.Sync();
        }

        public void Dispose() => inner.Dispose();
    }
}
