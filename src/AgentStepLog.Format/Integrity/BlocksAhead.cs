using System.Security.Cryptography;
using AgentStepLog.Hashing;
using AgentStepLog.Reading;

namespace AgentStepLog.Integrity;

/// <summary>The blocks of a log in their order. Several threads check them ahead of time. Memory: a block and some buffers for each thread.</summary>
/// <param name="blocks">The reader of the blocks.</param>
/// <param name="runId">The run to which the lines should belong.</param>
/// <param name="cores">The number of threads.</param>
/// <param name="before">The block before the first one.</param>
internal sealed class BlocksAhead(BlockReader blocks, string runId, int cores, LineBlock before)
{
    private readonly Queue<(LineBlock Block, Task<PlainLines?> Plain)> _ahead = new();
    private byte[] _before = LeafOf(before.Last);
    private bool _ended;

    /// <summary>The next block with its result; false where the rest of the log is to be read line by line.</summary>
    public bool Next(out LineBlock block, out PlainLines? plain)
    {
        while (!_ended && _ahead.Count <= cores)
        {
            Begin();
        }

        if (!_ahead.TryDequeue(out var next))
        {
            (block, plain) = (null!, null);
            return false;
        }

        block = next.Block;
        plain = next.Plain.GetAwaiter().GetResult(); // this thread does the work itself if no other has begun
        return true;
    }

    private void Begin()
    {
        if (blocks.Next() is not { } block)
        {
            _ended = true;
            return;
        }

        var leaf = _before;
        _before = LeafOf(block.Last);
        _ahead.Enqueue((block, Task.Run(() => PlainLines.Of(runId, block, leaf))));
    }

    private static byte[] LeafOf(ReadOnlySpan<byte> line)
    {
        var leaf = new byte[SHA256.HashSizeInBytes];
        new SerialHasher().Hash(line, [new(0, line.Length)], leaf);
        return leaf;
    }
}
