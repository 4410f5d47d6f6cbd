using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Keeps every byte that is ever given to a file, and every name: also what is cut off, written over or deleted later.</summary>
internal sealed class WireTap : ILogFiles
{
    private readonly MemoryFiles _inner = new();
    private readonly StringBuilder _seen = new();

    public string Seen
    {
        get
        {
            lock (_seen)
            {
                return _seen.ToString();
            }
        }
    }

    public void MakeDirectory(string path) => _inner.MakeDirectory(Note(path));

    public ILogFile CreateNew(string path) => new Tapped(this, _inner.CreateNew(Note(path)));

    public ILogFile Open(string path) => _inner.Open(path);

    public ILogFile OpenForAppend(string path) => new Tapped(this, _inner.OpenForAppend(path));

    public void Delete(string path) => _inner.Delete(path);

    public void DeleteDirectory(string path) => _inner.DeleteDirectory(path);

    public void Move(string from, string to) => _inner.Move(from, Note(to));

    public FileFacts? Look(string path) => _inner.Look(path);

    public void Touch(string path) => _inner.Touch(path);

    public bool Exists(string path) => _inner.Exists(path);

    public IReadOnlyList<string> List(string directory) => _inner.List(directory);

    public void SyncDirectory(string path) => _inner.SyncDirectory(path);

    public IDisposable? TryLock(string path) => _inner.TryLock(path);

    public bool IsLocked(string path) => _inner.IsLocked(path);

    private string Note(string text)
    {
        lock (_seen)
        {
            _seen.AppendLine(text);
        }

        return text;
    }

    private sealed class Tapped(WireTap tap, ILogFile inner) : ILogFile
    {
        public long Length => inner.Length;

        public int Write(ReadOnlySpan<byte> bytes, long offset)
        {
            tap.Note(Encoding.UTF8.GetString(bytes));
            return inner.Write(bytes, offset);
        }

        public int Read(Span<byte> bytes, long offset) => inner.Read(bytes, offset);

        public void SetLength(long length) => inner.SetLength(length);

        public void Sync() => inner.Sync();

        public void Dispose() => inner.Dispose();
    }
}
