using System.Numerics;
using System.Security.Cryptography;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// The RFC 6962 tree over a log's leaves, less all that no later leaf and no root needs: the roots of its whole subtrees, one for each bit
/// of its size.
/// </summary>
internal sealed class CompactRange
{
    private readonly List<Leaf> _subtrees = []; // the largest first

    public long Size { get; private set; }

    public IReadOnlyList<Leaf> Subtrees => _subtrees;

    /// <returns>Null when so many subtrees do not make a tree of this size.</returns>
    public static CompactRange? Of(long size, IReadOnlyList<Leaf> subtrees)
    {
        if (size < 0 || BitOperations.PopCount((ulong)size) != subtrees.Count)
        {
            return null;
        }

        var range = new CompactRange { Size = size };
        range._subtrees.AddRange(subtrees);
        return range;
    }

    public CompactRange Copy() => Of(Size, _subtrees)!;

    public void Add(in Leaf leaf)
    {
        var node = leaf;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = Node(_subtrees[^1], node);
            _subtrees.RemoveAt(_subtrees.Count - 1);
        }

        _subtrees.Add(node);
        Size++;
    }

    /// <summary>The tree's root.</summary>
    /// <exception cref="InvalidOperationException">There is no leaf.</exception>
    public Leaf Root()
    {
        if (_subtrees.Count == 0)
        {
            throw new InvalidOperationException("A log has a header, and its tree a leaf.");
        }

        var root = _subtrees[^1];
        for (var i = _subtrees.Count - 2; i >= 0; i--)
        {
            root = Node(_subtrees[i], root);
        }

        return root;
    }

    private static Leaf Node(Leaf left, Leaf right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        input[0] = 1;
        ((ReadOnlySpan<byte>)left).CopyTo(input[1..]);
        ((ReadOnlySpan<byte>)right).CopyTo(input[(1 + SHA256.HashSizeInBytes)..]);
        var node = default(Leaf);
        SHA256.HashData(input, node);
        return node;
    }
}
