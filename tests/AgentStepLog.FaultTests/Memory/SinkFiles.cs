using System.Collections.Concurrent;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Memory;

/// <summary>Files that take their time for each write, and keep nothing but the number of a log's lines.</summary>
internal sealed class SinkFiles(TimeSpan delay) : ILogFiles
{
    private readonly ConcurrentDictionary<string, Sink> _sinks = new(StringComparer.Ordinal);
    private long _lines;

    public long Lines => Interlocked.Read(ref _lines);

    public void MakeDirectory(string path)
    {
    }

    public ILogFile CreateNew(string path) => _sinks[path] = new(this, path);

    public ILogFile Open(string path) => _sinks.GetOrAdd(path, name => new(this, name));

    public ILogFile OpenForAppend(string path) => Open(path);

    public void Delete(string path)
    {
    }

    public void DeleteDirectory(string path)
    {
    }

    public void Move(string from, string to)
    {
    }

    public FileFacts? Look(string path) => null;

    public void Touch(string path)
    {
    }

    public bool Exists(string path) => false;

    public IReadOnlyList<string> List(string directory) => [];

    public void SyncDirectory(string path)
    {
    }

    public bool IsLocked(string path) => false;

    public IDisposable? TryLock(string path) => new Sink(this, path);

    private void Take(string path, ReadOnlySpan<byte> bytes)
    {
        Thread.Sleep(delay);
        Interlocked.Add(ref _lines, path.EndsWith(".jsonl", StringComparison.Ordinal) ? bytes.Count((byte)'\n') : 0);
    }

    private sealed class Sink(SinkFiles files, string path) : ILogFile
    {
        public long Length { get; private set; }

        public int Write(ReadOnlySpan<byte> bytes, long offset)
        {
            files.Take(path, bytes);
            Length = offset + bytes.Length;
            return bytes.Length;
        }

        // A log looks at one byte of what it wrote, which begins with a line and ends with one.
        public int Read(Span<byte> bytes, long offset)
        {
            if (bytes.Length != 1 || offset >= Length)
            {
                return 0;
            }

            bytes[0] = offset == 0 ? (byte)'{' : (byte)'\n';
            return 1;
        }

        public void SetLength(long length) => Length = length;

        public void Sync()
        {
        }

        public void Dispose()
        {
        }
    }
}
