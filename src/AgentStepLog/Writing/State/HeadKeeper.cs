using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>
/// Keeps <c>{run_id}.head</c>: how far the log is, so that a log that resumes the run reads only what comes after. A thread that records only counts
/// lines for it. A thread of the pool makes the tree, from the hashes that stand in the log's lines. Without a head, resuming takes longer, and nothing is lost.
/// </summary>
/// <param name="run">Whose head it is.</param>
/// <param name="gate">The log's lock. What the log knows of itself stands behind it; and it is told why a head could not be written.</param>
internal sealed class HeadKeeper(RunFiles run, LogGate gate) : IThreadPoolWorkItem
{
    /// <summary>After so many lines a head is written. Resuming reads as many at most, which takes some 20 ms.</summary>
    internal const int Lines = 16 * 1024;

    /// <summary>A head is written after so many bytes, too, where lines are long.</summary>
    internal const int Bytes = 8 * 1024 * 1024;

    private readonly object _files = new(); // held over the disk: who has it has the turn to write the head; taken before the log's lock, never after
    private readonly JsonBuffer _json = new(1024);
    private HeadPosition _position;
    private int _lines;
    private long _bytes;
    private bool _isScheduled;
    private GrownTree _tree = new(run);
    private bool _closed;
    private bool _mayBeThere;

    /// <summary>Goes on from where another log came to.</summary>
    internal void Begin(GrownTree tree, HeadPosition position) => (_tree, _position, _mayBeThere) = (tree, position, true);

    /// <summary>A line stands in the log. Under the log's lock.</summary>
    internal void Committed(in Leaf leaf, long elapsed, int bytes)
    {
        _position = new(leaf, Math.Max(_position.Elapsed, elapsed));
        _bytes += bytes;
        if ((++_lines >= Lines || _bytes >= Bytes) && !_isScheduled)
        {
            _isScheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute() => WriteNow();

    internal void WriteNow()
    {
        using (Gate.Hold(_files))
        {
            if (!_closed)
            {
                Write();
            }
        }
    }

    /// <summary>Ends it, and leaves the head as it is.</summary>
    internal void Close()
    {
        using (Gate.Hold(_files))
        {
            _closed = true;
        }
    }

    /// <summary>Ends it with a last head.</summary>
    internal void CloseAndWrite()
    {
        using (Gate.Hold(_files))
        {
            Write();
            _closed = true;
        }
    }

    /// <summary>Ends it, and takes the head away. If that fails it stays, and says of the log nothing that is wrong.</summary>
    internal void CloseAndRemove()
    {
        using (Gate.Hold(_files))
        {
            _closed = true;
            if (!_mayBeThere)
            {
                return;
            }

            try
            {
                run.Files.Delete(NewPath);
                run.Files.Delete(run.HeadPath);
            }
            catch (Exception e)
            {
                gate.Mention(e);
            }
        }
    }

    private string NewPath => Path.Combine(run.Directory, run.RunId + RunFileName.NewHead);

    private void Write()
    {
        _mayBeThere = true;
        try
        {
            HeadPosition position;
            IReadOnlyList<(int, long)> files;
            _json.Reset();
            using (var log = gate.Hold())
            {
                (_lines, _bytes, _isScheduled) = (0, 0, false);
                position = _position;
                files = log.SoFar.WriteHead(_json, run.RunId, position);
            }

            _tree = _tree.GrownTo(files, position.Leaf);
            HeadText.WriteTree(_json, _tree.Tree);
            Store();
        }
        catch (Exception e)
        {
            gate.Mention(e);
        }
    }

    // By another name first: a head is whole, or it is the one before.
    private void Store()
    {
        var path = NewPath;
        run.Files.Delete(path); // of a process that was killed here
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
