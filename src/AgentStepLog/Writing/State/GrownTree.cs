using System.Buffers;
using System.Buffers.Text;
using AgentStepLog.Files;
using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>The Merkle tree over a log's lines as far as it has been computed, with the place in the files where that is.</summary>
internal sealed class GrownTree
{
    private const int Base64Hash = 44;

    private readonly RunFiles _run;
    private readonly int _file;
    private readonly long _offset;
    private readonly Leaf _last;

    /// <summary>A tree without lines.</summary>
    internal GrownTree(RunFiles run)
        : this(run, new(), 0, 0, default)
    {
    }

    /// <param name="run">The files of the run.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="file">The index of the file in which the next line begins.</param>
    /// <param name="offset">The offset of that line in the file.</param>
    /// <param name="last">The hash of the last line.</param>
    internal GrownTree(RunFiles run, CompactRange tree, int file, long offset, Leaf last) =>
        (_run, Tree, _file, _offset, _last) = (run, tree, file, offset, last);

    internal CompactRange Tree { get; }

    /// <summary>
    /// Adds the lines that were written since. No line is hashed again, because each line contains the hash of the one before it.
    /// </summary>
    /// <param name="files">The files and their lengths in bytes.</param>
    /// <param name="last">The hash of their last line.</param>
    /// <exception cref="IOException">The files cannot be read, or do not contain what was written.</exception>
    internal GrownTree GrownTo(IReadOnlyList<(int Number, long Length)> files, in Leaf last)
    {
        var tree = Tree.Copy();
        var isFirst = true;
        for (var i = _file; i < files.Count; i++)
        {
            var from = i == _file ? _offset : 0;
            if (from < files[i].Length)
            {
                Read(files[i].Number, from, files[i].Length, tree, ref isFirst);
            }
        }

        if (!isFirst)
        {
            tree.Add(last);
        }

        return new(_run, tree, files.Count - 1, files[^1].Length, last);
    }

    private void Read(int number, long from, long to, CompactRange tree, ref bool isFirst)
    {
        using var stream = new LogFileStream(_run.Files.Open(_run.SegmentPath(number))) { Position = from };
        using var lines = new LineScanner(stream);
        while (from + lines.Offset + lines.Bytes < to - 1 && lines.Next())
        {
            var leaf = Previous(lines);
            if (!isFirst)
            {
                tree.Add(leaf);
            }
            else if (tree.Size > 0 && !((ReadOnlySpan<byte>)leaf).SequenceEqual(_last))
            {
                throw new IOException($"{_run.SegmentPath(number)} does not hold what was written to it.");
            }

            isFirst = false;
        }
    }

    private Leaf Previous(LineScanner lines)
    {
        var leaf = default(Leaf);
        var line = lines.Line.Span;
        return lines.IsComplete && line.Length > LineLimits.Tail
            && Base64.DecodeFromUtf8(line[^(LineLimits.LastBytes + 1 + Base64Hash)..^(LineLimits.LastBytes + 1)], leaf, out _, out _) == OperationStatus.Done
                ? leaf
                : throw new IOException($"The log of run {_run.RunId} does not hold what was written to it.");
    }
}
