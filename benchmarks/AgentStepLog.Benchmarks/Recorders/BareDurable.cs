using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>
/// The least that makes lines survive a loss of power, with nothing hashed: who comes alone writes and syncs; who comes while
/// somebody syncs waits, and the next sync covers all that wait.
/// </summary>
internal sealed partial class BareDurable(string folder) : IRecorder
{
    private readonly string _path = Path.Combine(folder, "log.jsonl");
    private readonly SafeFileHandle _file = File.OpenHandle(Path.Combine(folder, "log.jsonl"), FileMode.CreateNew, FileAccess.Write);
    private readonly Lock _waiting = new();
    private readonly object _syncing = new();
    private MemoryStream _lines = new();
    private MemoryStream _spare = new();
    private long _added;
    private long _synced;
    private long _length;

    public void Record(int number)
    {
        var line = Encoding.UTF8.GetBytes($$"""{"tool":"Find","query":"StepLog","limit":{{number}},"exact":true,"weight":0.5,"path":"src","output":"{{Echo.Output}}"}{{'\n'}}""");
        long mine;
        lock (_waiting)
        {
            _lines.Write(line);
            mine = ++_added;
        }

        lock (_syncing)
        {
            if (_synced < mine)
            {
                Sync();
            }
        }
    }

    public void Check(int records) => Lines.Check(_path, records);

    public void Dispose() => _file.Dispose();

    private void Sync()
    {
        MemoryStream lines;
        long upTo;
        lock (_waiting)
        {
            (lines, _lines, upTo) = (_lines, _spare, _added);
        }

        RandomAccess.Write(_file, lines.GetBuffer().AsSpan(0, (int)lines.Length), _length);
        if (Fdatasync(_file) != 0)
        {
            throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}.");
        }

        _length += lines.Length;
        _synced = upTo;
        lines.SetLength(0);
        _spare = lines;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int Fdatasync(SafeFileHandle file);
}
