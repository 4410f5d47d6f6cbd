using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>
/// The least that makes lines survive a loss of power, with nothing hashed. One thread alone writes and syncs its own; of several, one thread of the log's
/// writes and syncs what they have handed over, and wakes them all.
/// </summary>
internal sealed partial class BareDurable : IRecorder
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly object _gate = new();
    private readonly Thread? _flusher;
    private MemoryStream _lines = new();
    private MemoryStream _spare = new();
    private long _added;
    private long _synced;
    private long _length;
    private bool _isOver;

    public BareDurable(string folder, bool isAlone)
    {
        _path = Path.Combine(folder, "log.jsonl");
        _file = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write);
        if (!isAlone)
        {
            _flusher = new(Flush);
            _flusher.Start();
        }
    }

    public void Record(int number)
    {
        var line = Encoding.UTF8.GetBytes($$"""{"tool":"Find","query":"StepLog","limit":{{number}},"exact":true,"weight":0.5,"path":"src","output":"{{Echo.Output}}"}{{'\n'}}""");
        if (_flusher is null)
        {
            Sync(line);
            return;
        }

        lock (_gate)
        {
            _lines.Write(line);
            var mine = ++_added;
            Monitor.PulseAll(_gate);
            while (_synced < mine)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    public void Check(int records) => Lines.Check(_path, records);

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.PulseAll(_gate);
        }

        _flusher?.Join();
        _file.Dispose();
    }

    private void Flush()
    {
        while (true)
        {
            MemoryStream lines;
            long upTo;
            lock (_gate)
            {
                while (_lines.Length == 0)
                {
                    if (_isOver)
                    {
                        return;
                    }

                    Monitor.Wait(_gate);
                }

                (lines, _lines, upTo) = (_lines, _spare, _added);
            }

            Sync(lines.GetBuffer().AsSpan(0, (int)lines.Length));
            lines.SetLength(0);
            lock (_gate)
            {
                _spare = lines;
                _synced = upTo;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Sync(ReadOnlySpan<byte> lines)
    {
        RandomAccess.Write(_file, lines, _length);
        if (Fdatasync(_file) != 0)
        {
            throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}.");
        }

        _length += lines.Length;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int Fdatasync(SafeFileHandle file);
}
