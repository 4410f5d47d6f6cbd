using System.Buffers;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>
/// Keeps <c>{run_id}.head</c>: how far the log is, so that whoever goes on with it reads only what comes after. Who records does no more for it
/// than to hand over the hash of a line; the tree over the hashes and the file are made by a thread of the pool. Without a head, or with one
/// that cannot be written, nothing is lost but time.
/// </summary>
/// <param name="run">Whose head it is.</param>
/// <param name="gate">The log's lock.</param>
/// <param name="write">Writes what the log knows of itself; called under the lock.</param>
/// <param name="mention">Is told why a head could not be written.</param>
internal sealed class HeadKeeper(RunFiles run, object gate, Action<JsonBuffer, HeadPosition> write, Action<Exception> mention) : IThreadPoolWorkItem
{
    /// <summary>After so many lines a head is written.</summary>
    internal const int Lines = 4096;

    /// <summary>Or after so many bytes, where lines are long.</summary>
    internal const int Bytes = 4 * 1024 * 1024;

    private const int FirstChunk = 64;
    private const int Chunk = 1024;

    // A pool whose threads are all busy may leave it to who records.
    private const int MaxChunks = 64;

    private readonly object _files = new(); // before the log's lock, never after
    private readonly List<(Leaf[] Leaves, int Count)> _taken = [];
    private readonly JsonBuffer _json = new(1024);
    private readonly List<(Leaf[] Leaves, int Count)> _full = [];
    private Leaf[] _leaves = ArrayPool<Leaf>.Shared.Rent(FirstChunk);
    private int _count;
    private HeadPosition _position;
    private int _lines;
    private long _bytes;
    private bool _isScheduled;
    private volatile bool _isBehind;
    private CompactRange _tree = new();
    private bool _closed;

    /// <summary>Goes on from a tree that another log left.</summary>
    internal void Begin(CompactRange tree, HeadPosition position) => (_tree, _position) = (tree, position);

    /// <summary>A line stands in the log. Under the log's lock.</summary>
    internal void Committed(in Leaf leaf, long elapsed, int bytes)
    {
        if (_count == _leaves.Length)
        {
            MakeRoom();
        }

        _leaves[_count++] = leaf;
        _position = new(leaf, Math.Max(_position.Elapsed, elapsed));
        _bytes += bytes;
        if ((++_lines >= Lines || _bytes >= Bytes) && !_isScheduled)
        {
            _isScheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Does the pool's work if it does not come to it. Not under the log's lock.</summary>
    internal void CatchUp()
    {
        if (_isBehind)
        {
            WriteNow();
        }
    }

    void IThreadPoolWorkItem.Execute() => WriteNow();

    internal void WriteNow()
    {
        lock (_files)
        {
            if (!_closed)
            {
                Write();
            }
        }
    }

    /// <summary>Writes the last head.</summary>
    internal void Close()
    {
        lock (_files)
        {
            Write();
            _closed = true;
            ArrayPool<Leaf>.Shared.Return(_leaves);
            _leaves = [];
        }
    }

    private void MakeRoom()
    {
        if (_leaves.Length < Chunk)
        {
            var larger = ArrayPool<Leaf>.Shared.Rent(_leaves.Length * 4);
            _leaves.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<Leaf>.Shared.Return(_leaves);
            _leaves = larger;
            return;
        }

        _full.Add((_leaves, _count));
        _leaves = ArrayPool<Leaf>.Shared.Rent(Chunk);
        _count = 0;
        _isBehind = _full.Count >= MaxChunks;
    }

    private void Write()
    {
        try
        {
            _json.Reset();
            lock (gate)
            {
                Take();
                write(_json, _position);
            }

            Fold();
            HeadText.WriteTree(_json, _tree);
            Store();
        }
        catch (Exception e)
        {
            mention(e);
        }
    }

    // Under the log's lock: what is taken, and what is written of the log, is of one moment.
    private void Take()
    {
        _taken.AddRange(_full);
        _full.Clear();
        if (_count > 0)
        {
            _taken.Add((_leaves, _count));
            _leaves = ArrayPool<Leaf>.Shared.Rent(Chunk);
            _count = 0;
        }

        (_lines, _bytes, _isScheduled, _isBehind) = (0, 0, false, false);
    }

    private void Fold()
    {
        foreach (var (leaves, count) in _taken)
        {
            foreach (ref readonly var leaf in leaves.AsSpan(0, count))
            {
                _tree.Add(leaf);
            }

            ArrayPool<Leaf>.Shared.Return(leaves);
        }

        _taken.Clear();
    }

    // By another name first: a head is whole, or it is the one before.
    private void Store()
    {
        var path = run.HeadPath + ".new";
        run.Files.Delete(path);
        try
        {
            using (var file = run.Files.CreateNew(path))
            {
                file.WriteAll(_json.Written, 0);
                run.Sync(file);
            }

            run.Files.Move(path, run.HeadPath);
        }
        catch (Exception)
        {
            run.Files.Delete(path);
            throw;
        }

        run.SyncNames();
    }
}
