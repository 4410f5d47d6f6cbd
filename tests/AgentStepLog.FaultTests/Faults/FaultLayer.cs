using AgentStepLog.FaultTests.Disk;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Faults;

/// <summary>
/// Files that fail where a plan says. Every call is one ordinal, from 0, in the order in which they are made. To close a file is none: .NET
/// does not tell when that fails. To ask whether a file exists never throws there either; it fails by saying no.
/// </summary>
internal sealed class FaultLayer(ILogFiles inner, Func<int, Fault?> plan) : ILogFiles
{
    private readonly object _gate = new();
    private readonly List<string> _calls = [];
    private readonly List<string> _injected = [];
    private Hold? _hold;

    /// <summary>What fails beside the plan, by what is called and with what path.</summary>
    public Func<string, string, Fault?> When { get; init; } = static (_, _) => null;

    /// <summary>What was called, in order.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>Where the plan's faults happened.</summary>
    public IReadOnlyList<string> Injected => _injected;

    /// <summary>How many faults there were.</summary>
    public int Faults { get; private set; }

    /// <summary>Whether a change was made after the last fault, or there was none.</summary>
    public bool WorksAgain { get; private set; } = true;

    /// <summary>Holds whoever calls next, until the result is disposed of.</summary>
    public Hold HoldNext()
    {
        lock (_gate)
        {
            return _hold = Hold.Begin();
        }
    }

    /// <summary>Forgets what was called and where it failed, so that the memory of it is not taken for the log's.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _calls.Clear();
            _injected.Clear();
        }
    }

    public void MakeDirectory(string path) => Do("mkdir", path, () => inner.MakeDirectory(path));

    public ILogFile CreateNew(string path)
    {
        var fault = Next("create", path);
        if (fault is Fault.IoAfter)
        {
            inner.CreateNew(path).Dispose();
        }

        Throw(fault);
        return new FaultyFile(this, path, inner.CreateNew(path));
    }

    public ILogFile Open(string path)
    {
        Throw(Next("open", path));
        return new FaultyFile(this, path, inner.Open(path));
    }

    public ILogFile OpenForAppend(string path)
    {
        Throw(Next("append", path));
        return new FaultyFile(this, path, inner.OpenForAppend(path));
    }

    public void Delete(string path) => Do("unlink", path, () => inner.Delete(path));

    public void DeleteDirectory(string path) => Do("rmdir", path, () => inner.DeleteDirectory(path));

    public void Move(string from, string to) => Do("rename", to, () => inner.Move(from, to));

    public FileFacts? Look(string path)
    {
        Throw(Next("stat", path));
        return inner.Look(path);
    }

    public void Touch(string path) => Do("utime", path, () => inner.Touch(path));

    public bool Exists(string path) => Next("stat", path) is null or Fault.Short && inner.Exists(path);

    public IReadOnlyList<string> List(string directory)
    {
        Throw(Next("list", directory));
        return inner.List(directory);
    }

    public void SyncDirectory(string path) => Do("fsync", path, () => inner.SyncDirectory(path));

    public bool IsLocked(string path)
    {
        Throw(Next("lock", path));
        return inner.IsLocked(path);
    }

    public IDisposable? TryLock(string path)
    {
        Throw(Next("lock", path));
        return inner.TryLock(path);
    }

    private void Do(string call, string path, Action action)
    {
        var fault = Next(call, path);
        if (fault is Fault.IoAfter)
        {
            action();
        }

        Throw(fault);
        action();
    }

    private Fault? Next(string call, string path, bool canBeShort = false)
    {
        Fault? fault;
        Hold? hold;
        lock (_gate)
        {
            (hold, _hold) = (_hold, null);
            fault = plan(_calls.Count) ?? When(call, path);
            fault = fault is Fault.Short && !canBeShort ? null : fault;
            WorksAgain = fault is null && (WorksAgain || call is "write" or "truncate");
            if (fault is not null)
            {
                Faults++;
                _injected.Add($"{fault} at {_calls.Count}: {call} {path}");
            }

            _calls.Add(call);
        }

        hold?.Stay();
        return fault;
    }

    private static void Throw(Fault? fault)
    {
        switch (fault)
        {
            case Fault.NoSpace:
                throw new IOException("No space left on device", 28);
            case Fault.Io or Fault.IoAfter:
                throw new IOException("Input/output error", 5);
            case Fault.Interrupted:
                throw new IOException("Interrupted system call", 4);
            case Fault.ReadOnly:
                throw new IOException("Read-only file system", 30);
            case Fault.Denied:
                throw new UnauthorizedAccessException("Access to the path is denied.", new IOException("Permission denied", 13));
        }
    }

    private sealed class FaultyFile(FaultLayer layer, string path, ILogFile file) : ILogFile
    {
        public long Length
        {
            get
            {
                Throw(layer.Next("fstat", path));
                return file.Length;
            }
        }

        public int Write(ReadOnlySpan<byte> bytes, long offset)
        {
            switch (layer.Next("write", path, canBeShort: true))
            {
                case null:
                    return file.Write(bytes, offset);
                case Fault.Short:
                    return file.Write(bytes[..Math.Max(1, bytes.Length / 2)], offset);
                case Fault.NoSpace:
                    file.Write(bytes[..(bytes.Length / 2)], offset);
                    Throw(Fault.NoSpace);
                    break;
                case Fault.IoAfter:
                    file.Write(bytes, offset);
                    Throw(Fault.IoAfter);
                    break;
                case var fault:
                    Throw(fault);
                    break;
            }

            return 0;
        }

        public int Read(Span<byte> bytes, long offset)
        {
            var fault = layer.Next("read", path, canBeShort: true);
            Throw(fault);
            return file.Read(fault is Fault.Short ? bytes[..Math.Max(1, bytes.Length / 2)] : bytes, offset);
        }

        public void SetLength(long length)
        {
            var fault = layer.Next("truncate", path);
            if (fault is Fault.IoAfter)
            {
                file.SetLength(length);
            }

            Throw(fault);
            file.SetLength(length);
        }

        public void Sync()
        {
            var fault = layer.Next("fdatasync", path);
            if (fault is not null and not Fault.Interrupted && file is ModelFile model)
            {
                model.SyncFails();
            }

            Throw(fault);
            file.Sync();
        }

        public void Dispose() => file.Dispose();
    }
}
